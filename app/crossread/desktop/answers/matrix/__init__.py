"""The parts of a matrix that is answered: its grid, its cells, and the cell in hand."""
