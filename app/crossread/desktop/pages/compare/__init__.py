"""Comparing: who says what, figures that part, who rests on whom, who is silent, words, and when."""
