"""One act of a case by a small form of its own, for the acts that belong to no step."""
