"""Lists and tables, whose rows are painted or filled anew."""
