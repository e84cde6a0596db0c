"""The morning."""
