"""Step 10: the key over the desk, with its receipt."""
