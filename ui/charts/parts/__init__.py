"""What pictures that are made of parts have in common: bars of a waterfall, shares, areas."""
