"""The looking itself is looked at: faults that are planted are found, and what is sound is let be."""
