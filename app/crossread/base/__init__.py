"""What every room stands on: errors, settings, data folders, clock, translation."""
