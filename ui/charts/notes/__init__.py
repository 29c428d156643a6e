"""Notes pinned to a chart: where they lie beside the data, drawn, moved, chosen by keys."""
