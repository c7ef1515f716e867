"""The desk: how panes stand, and what stands beside them."""
