"""What is kept, and what may be disposed of when."""
