<<<<<<< HEAD
"""What comes after the key: the tenancy, and how it is kept."""
=======
"""The case's second life: the tenancy after the key, and what keeps the home."""
>>>>>>> main
