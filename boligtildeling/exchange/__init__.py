"""Files and JSON in and out."""
