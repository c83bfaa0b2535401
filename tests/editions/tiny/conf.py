"""Settings of a tiny second edition: another text, other instruments, other predicates, the same engine."""

import sys
from pathlib import Path

ENGINE = Path(__file__).resolve().parents[3] / "ext"
sys.path.insert(0, str(ENGINE))

project = "Harbour rules, annotated"
language = "en"
extensions = ["myst_parser", "concordance"]
nitpicky = True
smartquotes = False
myst_enable_extensions = ["colon_fence", "fieldlist"]
myst_ref_domains = ["std"]
html_theme = "furo"
html_title = "Harbour rules"
html_sidebars = {"**": ["sidebar/position.html"]}
templates_path = [str(ENGINE / "concordance" / "templates")]
html_copy_source = False
html_use_index = False
