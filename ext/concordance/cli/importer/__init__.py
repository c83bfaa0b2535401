"""Pages from the transcript of a text."""
