"""The whole window killed at random moments while answers are given."""
