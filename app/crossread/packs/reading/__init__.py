"""Reading a pack's files: YAML with its places, the keys they may have, and the objects they become."""
