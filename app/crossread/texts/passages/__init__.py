"""Passages: held by anchors, found again, carried into a new text, known by hashes, covered, numbered."""
