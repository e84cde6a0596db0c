"""The database: the one door that opens it, its migrations and its health."""
