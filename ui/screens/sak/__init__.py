"""The case: the ten steps to the left, the step in the middle, the road to the key to the right."""
