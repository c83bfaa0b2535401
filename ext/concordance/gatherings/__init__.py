"""What pages show of the whole edition: pure modules gather it, and those beside them, thin ones, draw it."""
