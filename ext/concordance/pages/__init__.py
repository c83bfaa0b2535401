"""What pages show, as frozen data."""
