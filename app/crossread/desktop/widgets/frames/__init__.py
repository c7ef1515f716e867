"""What other widgets stand in: cards, columns, flows, splitters, stacks."""
