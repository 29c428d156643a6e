"""The files of resources/cluster start a cluster that only who has a certificate can use."""

import subprocess

import pytest

from planner.sweep.reading.error import SweepError
from planner.sweep.workers.cluster import ClusterWorkers, address_of
from planner.sweep.workers.versions import ALIKE, NEEDED
from tests.length import shortened
from tests.regenerate.cluster import requirements_bytes, version_of
from tests.some import some
from tests.sweep.here import bytes_of, swept
from tests.sweep.plans import LEVERS, planned
from tests.sweep.workers.deployed import (
    FOLDER,
    certificate_lines,
    compose,
    free_port,
    make_certificates,
    of_chart,
    of_compose,
    started,
    values,
)

SMALL = LEVERS.replace("600\nbatch = 1200", "64\nbatch = 64")
STARTED = shortened((of_compose, of_chart), (of_compose,))
TIMES = 30
"""How often a scheduler is asked for, that only begins to listen; it waits 4 seconds each time."""
KEYS = {
    "scheduler": {"image", "env", "extraArgs", "resources", "securityContext"},
    "worker": {
        *("image", "replicas", "custom_scheduler_url", "env", "extraArgs", "resources"),
        "securityContext",
    },
    "jupyter": {"enabled"},
}
"""What the templates of the chart read of ours; of other keys they would say nothing."""


def _certificates(factory, name):
    folder = factory.mktemp(name)
    make_certificates(folder)
    return folder


@pytest.fixture(scope="module")
def tls(tmp_path_factory):
    """Make the certificates as the page tells."""
    return _certificates(tmp_path_factory, "tls")


@pytest.fixture(scope="module", params=STARTED, ids=["compose", "chart"])
def port(request, tls, tmp_path_factory):
    """Start a scheduler and its workers; return where it listens."""
    port = free_port()
    commands, environment = request.param(tls, port)
    with started(commands, environment, tmp_path_factory.mktemp("work")):
        yield port


def _address(port, folder):
    files = {"authority": "ca.pem", "certificate": "cluster.pem", "key": "cluster.key"}
    given = {field: str(folder / name) for field, name in files.items()}
    return address_of(f"tls://127.0.0.1:{port}", **given)


def _reached(address):
    """Return the workers when they are there."""
    for _ in range(TIMES):
        try:
            return ClusterWorkers(address)
        except SweepError as error:
            told = error
    raise told


def test_that_what_is_started_gives_the_bytes_of_this_computer(port, tls, tmp_path):
    plan = planned(tmp_path, SMALL)
    swept(tmp_path / "here", plan, size=64)
    swept(tmp_path / "there", plan, _reached(_address(port, tls)), size=64)
    assert bytes_of(tmp_path / "there") == bytes_of(tmp_path / "here")


def test_that_who_has_no_certificate_of_it_is_turned_away(port, tls, tmp_path_factory):
    _reached(_address(port, tls)).stop()
    with pytest.raises(SweepError, match="TLS certificate does not match"):
        ClusterWorkers(_address(port, _certificates(tmp_path_factory, "others")))
    with pytest.raises(SweepError, match="cannot be reached"):
        ClusterWorkers(address_of(f"tcp://127.0.0.1:{port}"))


def test_that_three_lines_make_certificates_that_strict_checks_take(tls):
    assert len(certificate_lines()) == 3
    command = ["openssl", "verify", "-x509_strict", "-CAfile", "ca.pem", "cluster.pem"]
    done = subprocess.run(command, cwd=tls, capture_output=True, text=True, check=False)
    assert done.stdout == "cluster.pem: OK\n"


def test_that_containers_see_the_certificates_and_not_the_key_that_makes_more(tls):
    told = compose()
    files = {name: f"./tls/{name}" for name in ("ca.pem", "cluster.pem", "cluster.key")}
    assert {name: each["file"] for name, each in told["secrets"].items()} == files
    assert some(name for name in files if (tls / name).is_file()) == list(files)
    for service in some(told["services"].values()):
        assert service["secrets"] == list(files)
        assert "volumes" not in service


def test_that_images_are_called_after_the_dask_that_they_have():
    tag = version_of("distributed")
    images = [values()[part]["image"]["tag"] for part in ("scheduler", "worker")]
    images += [each["image"].partition(":")[2] for each in compose()["services"].values()]
    assert images == [tag] * 4


def test_that_the_image_has_what_workers_are_asked_for():
    lines = requirements_bytes().decode().splitlines()
    names = some(line.partition("==")[0] for line in lines if "==" in line)
    assert {*ALIKE, *NEEDED} <= set(names)
    dockerfile = (FOLDER / "Dockerfile").read_text("utf-8")
    assert "COPY requirements.txt /\n" in dockerfile
    assert "-r /requirements.txt" in dockerfile


def test_that_the_chart_is_told_what_it_reads_and_nothing_else():
    told = values()
    assert {part: set(told[part]) for part in KEYS} == KEYS
    assert set(told) == {*KEYS, "fullnameOverride"}
