"""What generated parts of pages show of the whole edition, as frozen data."""
