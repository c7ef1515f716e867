"""The library: packs on the shelf, their index, those taken out, and the originals that are kept with it."""
