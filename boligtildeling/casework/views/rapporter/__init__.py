"""Figures: what is counted, how, and which cases stand behind each number."""
