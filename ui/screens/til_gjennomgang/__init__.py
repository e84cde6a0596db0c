"""Readings that a leader should look at."""
