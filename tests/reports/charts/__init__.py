"""Pictures as lines, boxes and words."""
