"""Checks of what is compared: claims, edges, figures, and what words mean or are called."""
