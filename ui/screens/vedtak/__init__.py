"""Step 6: the decision, from draft to sent."""
