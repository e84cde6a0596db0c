"""The empty checklists, for those who want them on paper before there is a case."""
