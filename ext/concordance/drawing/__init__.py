"""What pages show, as docutils nodes and HTML."""
