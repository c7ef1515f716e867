"""The timeline: rows on an axis, a strip to scale, and a table."""
