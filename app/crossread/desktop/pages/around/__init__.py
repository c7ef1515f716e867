"""The pages around reading: overview, before, and meeting the sources."""
