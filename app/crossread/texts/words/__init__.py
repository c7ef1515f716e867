"""The words of a text: in their normal form, by sentences, by stems, and those that a range touches."""
