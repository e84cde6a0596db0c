"""The work list: search, filter, page by page."""
