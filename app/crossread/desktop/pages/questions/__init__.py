"""The questions beside the texts: asked, answered, handed in, looked back on."""
