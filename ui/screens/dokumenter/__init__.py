"""The documents of a case: seen, printed, saved; and its enclosures."""
