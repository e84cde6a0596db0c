"""The backup copies, and the key of the folder."""
