"""Access to one's own information."""
