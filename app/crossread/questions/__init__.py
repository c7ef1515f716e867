"""What is asked: one module a kind, each its model and its marking."""
