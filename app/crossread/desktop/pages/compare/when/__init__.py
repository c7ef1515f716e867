"""When was it true: the dates of writing, what was known on each, and editions."""
