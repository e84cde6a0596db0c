"""Boligtildeling without a screen: the cases, the rules, the acts and the papers."""

__version__ = "0.1.0"
