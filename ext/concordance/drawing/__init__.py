"""From what a page shows to document nodes and HTML."""
