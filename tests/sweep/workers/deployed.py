"""What resources/cluster starts, started on this computer: its own commands, on free ports."""

import os
import re
import shlex
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import yaml

FOLDER = Path(__file__).parents[3] / "resources" / "cluster"
PAGE = FOLDER.parent / "docs" / "sweeps.md"
DASK = (sys.executable, "-m", "dask")


def compose():
    """Return the compose file as it is read."""
    return yaml.safe_load((FOLDER / "compose.yaml").read_text("utf-8"))


def values():
    """Return the values for the chart as they are read."""
    return yaml.safe_load((FOLDER / "values.yaml").read_text("utf-8"))


def certificate_lines():
    """Return the lines of the page that make the certificates."""
    return re.findall(r"^    (openssl .+)$", PAGE.read_text("utf-8"), re.MULTILINE)


def make_certificates(folder):
    """Run the lines of the page in a folder."""
    for line in certificate_lines():
        subprocess.run(shlex.split(line), cwd=folder, check=True, capture_output=True)


def free_port():
    """Return a port that nobody listens at."""
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        return made.getsockname()[1]


def of_compose(folder, port):
    """Return the commands of scheduler and worker of the compose file, and no environment."""
    services = compose()["services"]
    scheduler, worker = (services[name]["command"] for name in ("scheduler", "worker"))
    here = {
        "/run/secrets/": f"{folder}/",
        "${SCHEDULER:-tls://localhost:8786}": f"tls://127.0.0.1:{port}",
        "--port=8786": f"--port={port}",
        "--nworkers=-1": "--nworkers=2",
    }
    return [_with(each, here)[1:] for each in (scheduler, worker)], {}


def of_chart(folder, port):
    """Return what the chart makes of the values: commands, and certificates in the environment.

    Its templates give the scheduler a port and a page, the worker an address and its limits.
    """
    told = values()
    scheduler, worker = told["scheduler"], told["worker"]
    limits = worker["resources"]["limits"]
    given = ["--nthreads", str(limits["cpu"]), "--memory-limit", str(limits["memory"])]
    page = ["--no-dashboard", "--dashboard-address", "8790"]
    here = {"suanli-scheduler:8786": f"127.0.0.1:{port}"}
    address = worker["custom_scheduler_url"]
    commands = [
        ["scheduler", f"--port={port}", "--dashboard-address=:8787", *scheduler["extraArgs"]],
        ["worker", address, *given, *page, *worker["extraArgs"]],
    ]
    environment = {**_environment(folder, scheduler["env"]), "HOME": str(folder)}
    return [_with(each, here) for each in commands], environment


@contextmanager
def started(commands, environment, folder):
    """Run the commands for a while, each a process of its own."""
    processes = [
        subprocess.Popen(
            [*DASK, *command],
            cwd=folder,
            env={**os.environ, **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for command in commands
    ]
    try:
        yield
    finally:
        for process in reversed(processes):
            process.terminate()
        for process in reversed(processes):
            process.wait()


def _with(command, changes):
    for old, new in changes.items():
        command = [each.replace(old, new) for each in command]
    return command


def _environment(folder, rows):
    """Return the variables of a container, those of the secret read from the folder."""
    return {
        row["name"]: row["value"]
        if "value" in row
        else (folder / row["valueFrom"]["secretKeyRef"]["key"]).read_text("utf-8")
        for row in rows
    }
