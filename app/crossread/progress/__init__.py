"""What it comes to: pure folds of entries into how far, skills and history."""
