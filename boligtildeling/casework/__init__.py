"""What a caseworker does; the only room that opens a transaction."""
