"""Finding words and actions: in a pane, across the sources, in the library, by one field."""
