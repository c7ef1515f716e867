"""The parts of a text with gaps: its words, its gaps, and what became of each."""
