"""Every page in every theme, as pictures: `make screens`."""
