"""Step 9: the first rent, paid before the key."""
