"""The items of a chart, which pyqtgraph shows on a screen and on a sheet."""
