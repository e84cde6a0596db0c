"""A pile of papers: for many cases, each looked at before it goes out."""
