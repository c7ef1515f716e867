"""A simulated term: thirty learners over sixty days, with a clock of its own and the real operations."""
