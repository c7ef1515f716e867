"""The page where files are handed on."""
