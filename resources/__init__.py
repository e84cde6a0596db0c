"""What the kommune may change, and what comes along: checklists, letters, law, rates, fonts, icons and help."""
