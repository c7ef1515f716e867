"""Every page in every size and language: nothing cut, nothing overlapping, nothing elided for good."""
