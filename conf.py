"""Settings of the edition. No logic: the engine is ext/concordance, and makes the settings of every edition."""

import os

project = "Global Plan of Action to Combat Trafficking in Persons, annotated"
author = "The editors"
html_title = "Plan of Action, annotated"
language = "en"

extensions = ["concordance"]
html_theme = "concordance"

# Where the repository stands, so that pages can lead to the editor of their files. Not known here: pages then lead to
# the guide. `host` is the kind of host, "github" or "gitlab", where its name does not tell.
concordance_repository = {
    "address": os.environ.get("REPOSITORY_URL", ""),
    "branch": os.environ.get("REPOSITORY_BRANCH", "main"),
    "host": os.environ.get("REPOSITORY_HOST", ""),
}

# Where the site is published: `make html SITE_URL=https://…`. Not known here, and the site works without it.
html_baseurl = os.environ.get("SITE_URL", "")

# For readers who may be watched: the site that takes the place of a page when they leave in haste, and, with `title`,
# one title for all pages in the history of their browsers. The page on privacy explains both.
concordance_safety = {"leave": "https://www.wikipedia.org/"}

html_context = {
    "editors_page": "guide/editors",
    "search_help": "guide/search",
    "foot": [
        # Most readers come from a search, and not by the home page.
        ("index#need-help", "Do you need help?"),
        ("guide/about", "About this edition"),
        ("guide/cite", "How to cite"),
        ("guide/accessibility", "Accessibility"),
        ("guide/privacy", "Privacy"),
        ("guide/data", "Data"),
        ("guide/changes", "Changes"),
        ("guide/editors", "Take part"),
    ],
}
