"""Tries the MSI in Wine, where there is no Windows."""
