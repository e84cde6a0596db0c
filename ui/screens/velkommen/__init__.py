"""The first start: an empty database, or the demo."""
