"""What has been done in a case, by whom and when; undoing; notes and tasks."""
