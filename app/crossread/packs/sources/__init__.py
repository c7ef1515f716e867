"""What a pack says of its sources: when they were written, whom they rest on, where things are known from."""
