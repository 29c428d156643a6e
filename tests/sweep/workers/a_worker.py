"""A worker of a cluster, as `dask worker` starts one, that may tell another version of numpy.

Its arguments are the address of a scheduler, a folder for its files, and that version if any.
"""

import sys

from distributed import versions
from distributed.cli.dask_worker import main

_REAL = versions._version_cached


def _other(package):
    return sys.argv[3] if package == "numpy" else _REAL(package)


if __name__ == "__main__":
    if sys.argv[3:]:
        vars(versions)["_version_cached"] = _other
    options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1"]
    main([sys.argv[1], *options, "--local-directory", sys.argv[2]])
