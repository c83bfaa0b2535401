"""Settings of a third edition: a code with articles and decimal numbers, read from right to left."""

project = "قانون المرفأ"
language = "ar"
extensions = ["concordance"]
html_theme = "concordance"
html_title = "قانون المرفأ"
