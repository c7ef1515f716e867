"""Who rests on whom: the graph of a claim's witnesses, and the passages of each link."""
