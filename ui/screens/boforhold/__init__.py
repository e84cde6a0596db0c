"""The page after step 10: the tenancy, and everything that is done to keep the home."""
