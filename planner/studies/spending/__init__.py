"""Public money and what it buys: instruments it is put into, the runs, and what is really paid."""
