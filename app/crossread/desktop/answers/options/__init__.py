"""Options to pick from: cards, check cards, steps."""
