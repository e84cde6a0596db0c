"""What may be read of what comes after the key."""
