"""Step 1: the application, as it came and as it is corrected; and registering a new one."""
