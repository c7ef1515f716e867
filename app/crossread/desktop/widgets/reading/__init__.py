"""The reading view: a text as a document, on a page, in a column, with a caret, passages and a ruler."""
