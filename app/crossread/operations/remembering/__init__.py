"""What is remembered of the learner, at hand and read from the record when it is asked for."""
