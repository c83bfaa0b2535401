"""Settings of a tiny second edition: another text, other instruments, other predicates, the same engine."""

project = "Harbour rules, annotated"
language = "en"
extensions = ["concordance"]
html_theme = "concordance"
html_title = "Harbour rules"
