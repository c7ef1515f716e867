"""The walk through the window from outside, as a screen reader sees it: `make test-access`."""
