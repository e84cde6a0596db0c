"""The AppImage for Linux."""
