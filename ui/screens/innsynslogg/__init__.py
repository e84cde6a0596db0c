"""Who has read a case, and what was changed in it."""
