"""Checks of texts and of what stands beside them: quotations, editions, notes, pictures, the timeline."""
