"""Pictures of what a record comes to: lines, boxes and words, painted by the window or written as SVG."""
