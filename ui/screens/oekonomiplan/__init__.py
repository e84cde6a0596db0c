"""Step 3: budget, way of paying, old rent."""
