"""Charts, and the only place that imports pyqtgraph."""

import os

os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"  # whatever another program has set for its own charts
