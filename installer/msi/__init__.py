"""The MSI for Windows, built on Linux."""
