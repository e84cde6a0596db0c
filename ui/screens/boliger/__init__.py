"""The dwellings: all of them, a new one, a changed one."""
