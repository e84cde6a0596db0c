"""Step 8: conditions met, lease written and signed."""
