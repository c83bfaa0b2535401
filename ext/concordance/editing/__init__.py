"""What editors write: how it is read, checked and explained to them, with no site built."""
