"""Making packs: out of articles, and with what authors need to speak of an original."""
