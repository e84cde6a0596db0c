"""Step 5: type and length of the contract."""
