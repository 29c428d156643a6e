"""Charts, and the only place that imports pyqtgraph."""
