"""Frozen records of what an edition holds; standard library only."""
