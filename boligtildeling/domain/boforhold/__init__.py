"""The case's second life: the tenancy after the key, and what keeps the home."""
