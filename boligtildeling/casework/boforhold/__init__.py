"""What is done after the key."""
