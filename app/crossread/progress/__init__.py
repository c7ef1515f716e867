"""What it comes to: pure folds of entries."""
