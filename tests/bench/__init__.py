"""How fast and how large: `make bench` prints a table and JSON (design, section 8)."""
