"""What a caseworker does after the key, to keep the home."""
