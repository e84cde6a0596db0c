"""What is shielded in a case."""
