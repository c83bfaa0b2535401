"""What changed in an edition, read from git."""
