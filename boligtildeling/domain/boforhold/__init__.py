"""What comes after the key: the tenancy, and how it is kept."""
