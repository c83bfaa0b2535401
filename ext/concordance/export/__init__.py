"""The edition as data, for others to use."""
