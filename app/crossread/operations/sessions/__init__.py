"""One learner at work: the session that views ask, and what runs beside it."""
