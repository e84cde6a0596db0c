"""What screen, paper and JSON may read of the tenancy."""
