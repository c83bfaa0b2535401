"""What changed in the edition: between two versions of it, and day by day."""
