<<<<<<< HEAD
"""What is done after the key."""
=======
"""What a caseworker does after the key, to keep the home."""
>>>>>>> main
