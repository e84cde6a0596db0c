"""The kommune profile and the users."""
