"""Handing on what is kept: to the learner themselves, to a teacher, to another program."""
