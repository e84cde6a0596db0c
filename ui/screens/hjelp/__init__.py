"""The help pages: searched, read, printed."""
