"""What a teacher writes: schema, load, check, originals, library."""
