"""Drawings of what a case holds, painted by ourselves: each with the same facts in sentences."""
