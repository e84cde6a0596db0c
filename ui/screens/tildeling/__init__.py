"""Step 7: a dwelling, an offer, an answer."""
