"""What the widgets of pages show of the whole edition, as frozen data."""
