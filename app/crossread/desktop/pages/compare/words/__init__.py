"""Words: what judges and what is cautious, and what each source calls the same thing."""
