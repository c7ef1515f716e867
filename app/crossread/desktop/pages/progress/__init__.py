"""Progress: what it comes to, as pictures with a table behind each, and every answer given."""
