"""Readers of files: Markdown, plain texts and saved web pages become blocks, within limits."""
