"""What of the claim matrix is in hand: a cell or a whole claim, told, filled in, sent to from the texts."""
