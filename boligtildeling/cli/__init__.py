"""The command line for IT, robots and tests."""
