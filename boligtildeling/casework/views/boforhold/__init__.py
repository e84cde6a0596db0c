<<<<<<< HEAD
"""What may be read of what comes after the key."""
=======
"""What screen, paper and JSON may read of the tenancy."""
>>>>>>> main
