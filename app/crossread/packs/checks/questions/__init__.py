"""Checks of questions and stages: how they are asked, whether they can be got right, and in which order."""
