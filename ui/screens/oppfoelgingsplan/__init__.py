"""Step 4: goals, measures, when to evaluate."""
