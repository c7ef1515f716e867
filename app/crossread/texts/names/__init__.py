"""Names: persons, places and bodies, in all the forms in which texts write them."""
