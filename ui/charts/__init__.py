"""Charts, and the only place that imports pyqtgraph.

`contents` says what a chart shows, as values; `layout` where it lies. Floor: charts.
"""

import os

os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"  # whatever another program has set for its own charts
