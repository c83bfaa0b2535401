"""What changed in an edition, as git tells it."""
