"""One answer widget a question kind."""
