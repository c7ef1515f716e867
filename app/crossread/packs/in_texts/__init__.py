"""What a pack places in its texts: explained words, pictures, graphic passages; and what may come back."""
