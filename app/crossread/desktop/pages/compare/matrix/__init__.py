"""Who says what: the claim matrix as a table, its words, its pictures and its files."""
