"""The packs that come with the program: sound, within their lengths, and true to their originals."""
