"""Settings of the edition. No logic: the engine is ext/concordance."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "ext"))

project = "Global Plan of Action to Combat Trafficking in Persons, annotated"
author = "The editors"
html_short_title = "Plan of Action, annotated"
language = "en"

extensions = ["myst_parser", "sphinx_design", "concordance"]
root_doc = "index"
nitpicky = True
# The words of the texts are reproduced, quotation marks included.
smartquotes = False

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
# Links name entries, which are labels; asking every domain of programming languages costs a third of the build.
myst_ref_domains = ["std"]
# Footnotes stand where the text has them, at the end of its page.
myst_footnote_sort = False

# Where the repository stands, so that pages can lead to the editor of their files. Not known here: pages then lead to
# the guide. `host` is the kind of host, "github" or "gitlab".
concordance_repository = {
    "address": os.environ.get("REPOSITORY_URL", ""),
    "branch": os.environ.get("REPOSITORY_BRANCH", "main"),
    "host": os.environ.get("REPOSITORY_HOST", "github"),
}

# Where the site is published: `make html SITE_URL=https://…`. Not known here, and the site works without it.
html_baseurl = os.environ.get("SITE_URL", "")

html_theme = "furo"
html_title = "Plan of Action, annotated"
templates_path = ["ext/concordance/theme"]
html_static_path = ["ext/concordance/theme/static"]
html_css_files = ["edition.css"]
html_js_files = [("edition.js", {"defer": "defer"})]
html_context = {
    "editors_page": "guide/editors",
    "search_help": "guide/search",
    "foot": [
        ("guide/about", "About this edition"),
        ("guide/cite", "How to cite"),
        ("guide/accessibility", "Accessibility"),
        ("guide/privacy", "Privacy"),
        ("guide/data", "Data"),
        ("guide/changes", "Changes"),
        ("guide/editors", "Take part"),
    ],
}
html_favicon = "ext/concordance/theme/static/favicon.svg"
html_copy_source = False
html_use_index = False
html_domain_indices = False
html_show_copyright = False
