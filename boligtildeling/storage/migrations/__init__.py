"""The database's versions, one step a file, shipped with the program."""
