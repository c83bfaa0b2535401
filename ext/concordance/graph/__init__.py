"""The concordance: entries and links joined, checked, compared and ordered."""
