"""The programs that docs/compare.md sets beside ours: the text they are given, their time and memory."""
