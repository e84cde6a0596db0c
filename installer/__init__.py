"""Builds what IT installs: the AppImage for Linux and the MSI for Windows."""
