"""The pages of the window: they compose widgets."""
