"""Finding words in texts while they are typed, however they are written."""
