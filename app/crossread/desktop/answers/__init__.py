"""One answer widget a question kind, beside questions/."""
