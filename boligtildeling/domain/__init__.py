"""What a case is, and what law and practice say: mapped entities, value types, pure rules."""
