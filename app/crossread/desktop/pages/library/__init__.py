"""The library, and how it is going."""
