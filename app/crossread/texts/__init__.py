"""What is read: blocks and sentences, anchors, fingerprints, readers of files."""
