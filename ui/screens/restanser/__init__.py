"""Everyone who owes rent, the files they are known from, and the payments nobody has placed."""
