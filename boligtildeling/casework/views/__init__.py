"""What screens and printouts may read: frozen views and the queries that fill them."""
