"""The page of complaints: each with its deadline, its instance, and the next step."""
