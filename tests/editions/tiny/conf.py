"""Settings of a tiny second edition: another text, other instruments, other predicates, the same engine."""

from pathlib import Path

import concordance

project = "Harbour rules, annotated"
language = "en"
extensions = ["myst_parser", "concordance"]
nitpicky = True
smartquotes = False
myst_enable_extensions = ["colon_fence", "fieldlist"]
myst_ref_domains = ["std"]
html_theme = "furo"
html_title = "Harbour rules"
templates_path = [str(Path(concordance.__file__).parent / "theme")]
html_static_path = [str(Path(concordance.__file__).parent / "theme/static")]
html_css_files = ["edition.css"]
html_copy_source = False
html_use_index = False
