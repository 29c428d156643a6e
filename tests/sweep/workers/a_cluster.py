"""A cluster of two workers with two threads each on this computer, in a process of its own.

It prints its address and the processes of its workers, and ends when its input does.
"""

import json
import sys

from distributed import LocalCluster


def main():
    """Open the cluster until the input ends."""
    with LocalCluster(
        n_workers=2,
        threads_per_worker=2,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        silence_logs=50,
    ) as cluster:
        pids = [worker.pid for worker in cluster.workers.values()]
        sys.stdout.write(f"{json.dumps({'address': cluster.scheduler_address, 'pids': pids})}\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
