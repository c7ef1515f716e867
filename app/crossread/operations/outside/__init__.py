"""Questions asked outside their stage: review and practice."""
