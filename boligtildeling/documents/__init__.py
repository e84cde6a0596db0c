"""Letters, agreements and checklists: views in, bytes out."""
