"""Faults done to the program on purpose, many times over, with one oracle and one table of figures."""
