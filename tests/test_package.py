"""The package for Debian says of Suanli what Suanli is, and is the same twice.

`.ci/package-check` installs a whole one; here the bundle is a small program of the system.
"""

import gzip
import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from configparser import RawConfigParser
from datetime import UTC, datetime
from pathlib import Path

import pytest
from deb.archive import pack
from deb.facts import DATA, DOCUMENTS, LANGUAGES, PLACES, releases, version
from deb.icons import SIZES, drawn, write_for_programs, write_icons
from deb.manual import manual
from deb.papers import changes, package_version, write_papers
from deb.parts import UnlicensedError, parts
from deb.tree import lay_out, settle
from PySide6.QtGui import QIcon

from planner.storage.names import SCENARIO_ENDING, SESSION_ENDING
from planner.storage.sentences.spoken import speaking
from tests.some import some
from ui.command_line import COMMANDS, parser_of
from ui.program import show_icon
from ui.wording.help.about import shipped

MOMENT = datetime(2026, 11, 26, tzinfo=UTC)
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a package of Linux")


class Entry(RawConfigParser):
    """Reads the entry of a menu, whose keys differ by their capitals."""

    def optionxform(self, optionstr):
        return optionstr


def _desktop():
    told = Entry(delimiters=("=",))
    told.read(DATA / "suanli.desktop", "utf-8")
    return told["Desktop Entry"]


def _types():
    return {
        each.attrib["type"]: each
        for each in ET.parse(DATA / "suanli.mime.xml").getroot().iter(f"{MIME}mime-type")
    }


def _metainfo():
    return ET.parse(DATA / "suanli.metainfo.xml").getroot()


def _checked(*command):
    """Run a checker of the system where there is one."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    return done.stdout


def test_that_files_of_ours_are_known_by_their_endings_and_open_with_the_window():
    globs = {f"*{ending}" for ending in (SCENARIO_ENDING, SESSION_ENDING)}
    assert {each.find(f"{MIME}glob").attrib["pattern"] for each in _types().values()} == globs
    opened = set(_desktop()["MimeType"].rstrip(";").split(";"))
    told = {each.text for each in _metainfo().iter("mediatype")}
    assert opened == told == set(_types())
    assert _desktop()["Exec"] == "suanli %F"


def test_that_the_entry_of_the_menu_and_the_types_speak_every_language():
    for key in some(["GenericName", "Comment", "Keywords"]):
        assert all(f"{key}[{language}]" in _desktop() for language in ("it", "zh_CN"))
    for each in some(list(_types().values())):
        assert len(each.findall(f"{MIME}comment")) == len(LANGUAGES)


def test_that_the_catalog_of_programs_knows_every_release():
    told = [(each.attrib["version"], each.attrib["date"]) for each in _metainfo().iter("release")]
    assert told == [tuple(each) for each in releases()]
    assert releases()[0].version == version()


def test_that_the_checkers_of_desktops_find_nothing():
    assert _checked("desktop-file-validate", str(DATA / "suanli.desktop")) == ""


def test_that_the_checker_of_catalogs_misses_a_home_page_at_most():
    if shutil.which("appstreamcli") is None:
        pytest.skip("appstreamcli is not installed")
    file = str(DATA / "suanli.metainfo.xml")
    command = ("appstreamcli", "validate", "--no-net", "--pedantic", file)
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert "cid-maybe-not-rdns invalid.suanli.suanli" in told  # of nobody's domain
    faults = re.findall(r"^[EW]: \S+ (\S+)", told, re.MULTILINE)
    assert {*faults} <= {"url-homepage-missing"}, told


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_manual_tells_every_command_and_option(language):
    page = manual(language, "2026-11-26").replace(r"\-", "-")
    with speaking(language):
        for name in some(["", *COMMANDS]):
            assert f".SS suanli {name}" in page or not name
            for option in some(list(parser_of(name)._option_string_actions)):
                assert option in page
    assert page.count("suanli - ") == 1


def test_that_the_manual_is_set_without_a_complaint(tmp_path):
    (tmp_path / "suanli.1").write_text(manual("en", "2026-11-26"), "utf-8")
    page = _checked("man", "--warnings", "-l", str(tmp_path / "suanli.1"))
    assert "suanli compare" in page


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    """Return a bundle in which `true` stands for the program, with the metadata of all packages."""
    folder = tmp_path_factory.mktemp("bundle") / "suanli"
    for package in shipped():
        told = Path(str(package.locate_file(_metadata_of(package))))
        shutil.copytree(told, folder / "_internal" / told.name)
    shutil.copy("/bin/true", folder / "suanli")
    return folder


def _metadata_of(package):
    return next(each.parts[0] for each in package.files if each.name == "METADATA")


def _packed(bundle, folder):
    tree = folder / "tree"
    lay_out(bundle, tree)
    write_icons(tree)
    write_papers(tree, parts(bundle), MOMENT)
    settle(tree, int(MOMENT.timestamp()))
    return pack(tree, folder)


@pytest.mark.skipif(shutil.which("dpkg-shlibdeps") is None, reason="dpkg-dev is not installed")
def test_that_two_packages_of_one_bundle_are_the_same(bundle, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(MOMENT.timestamp())))
    written = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        written.append(_packed(bundle, tmp_path / name))
    assert written[0].read_bytes() == written[1].read_bytes()
    told = _checked("dpkg-deb", "--field", str(written[0]))
    assert f"Version: {package_version()}\n" in told
    assert "Depends: libc6" in told
    contents = _checked("dpkg-deb", "--contents", str(written[0]))
    to_run = re.findall(r"^-rwxr-xr-x .* (\S+)$", contents, re.MULTILINE)
    assert to_run == ["./usr/lib/suanli/suanli"]
    for place in some([*PLACES.values(), "usr/bin/suanli -> ../lib/suanli/suanli"]):
        assert f"./{place}" in contents


def test_that_every_part_comes_with_its_license_and_stands_in_the_bill(bundle, tmp_path):
    found = parts(bundle)
    write_papers(tmp_path, found, MOMENT)
    documents = tmp_path / "usr/share/doc/suanli"
    rights = (documents / "copyright").read_text("utf-8")
    bill = json.loads((documents / "sbom.cdx.json").read_text("utf-8"))
    told = {each["name"] for each in bill["components"]}
    assert {"python", "numpy", "PySide6_Essentials"} < told
    for part in some(list(found)):
        assert part.texts
        assert f"License: {part.name}\n What {part.name} says of itself: {part.license}" in rights
    assert told == {part.name for part in found} - {"suanli"}


def test_that_a_library_without_papers_does_not_get_into_the_package(bundle, tmp_path):
    strange = tmp_path / "suanli" / "_internal" / "strange"
    shutil.copytree(bundle, tmp_path / "suanli")
    strange.mkdir()
    shutil.copy("/bin/true", strange / "library.so")
    with pytest.raises(UnlicensedError, match=r"_internal/strange/library\.so comes with the meta"):
        parts(tmp_path / "suanli")
    (told,) = (tmp_path / "suanli/_internal").glob("numpy-*.dist-info")
    (told / "RECORD").write_text(f"numpy/core.py,,\n{told.name}/RECORD,,\n", "utf-8")
    with pytest.raises(UnlicensedError, match="numpy brings no text of its license"):
        parts(tmp_path / "suanli")


def test_that_every_library_is_told_to_be_somebodys_and_none_outside_the_package(bundle):
    for part in some([each for each in parts(bundle) if each.name != "suanli"]):
        for pattern in some(list(part.files)):
            assert pattern.startswith("_internal/")
            assert ".." not in pattern


def test_that_the_manifest_of_flatpak_takes_what_the_package_lays_out():
    told = json.loads((DATA / "invalid.suanli.suanli.json").read_text("utf-8"))
    assert told["id"] == _metainfo().findtext("id")
    (module,) = told["modules"]
    assert module["sources"] == [{"type": "dir", "path": "../../dist/package/tree"}]
    paths = re.findall(r"usr/share/[\w/.]+", " ".join(module["build-commands"]))
    laid_out = (*PLACES.values(), f"{DOCUMENTS}/copyright", "usr/share/man/man1/suanli.1.gz")
    for path in some(paths):
        assert any(each.startswith(path) for each in laid_out)
    (renamed,) = (each for each in module["build-commands"] if each.startswith("sed "))
    own = f'icon name="{told["rename-icon"]}"'
    assert (DATA / "suanli.mime.xml").read_text("utf-8").count(own) == len(_types())
    assert f's/{own}/icon name="{told["id"]}"/' in renamed


def test_that_the_window_has_the_icon_of_the_package(qapp):
    show_icon()
    shown = qapp.windowIcon().pixmap(64, 64).toImage()
    qapp.setWindowIcon(QIcon())
    assert shown.pixelColor(32, 10) == drawn(64).pixelColor(32, 10)
    assert shown.pixelColor(32, 10).name() == "#0068a5"


def test_that_what_is_not_in_a_bundle_is_not_said_to_be(tmp_path):
    assert [part.name for part in parts(tmp_path)] == ["suanli", "python"]


def test_that_the_changes_are_told_as_debian_tells_them(tmp_path):
    file = tmp_path / "changelog"
    file.write_text(changes(releases()), "utf-8")
    told = _checked("dpkg-parsechangelog", "-l", str(file))
    assert f"Version: {package_version()}\n" in told


def test_that_the_icon_is_drawn_in_every_size(qapp, tmp_path):
    write_icons(tmp_path)
    for size in some(list(SIZES)):
        (file,) = tmp_path.glob(f"usr/share/icons/hicolor/{size}x{size}/apps/suanli.png")
        assert file.read_bytes().startswith(b"\x89PNG")
    write_for_programs(tmp_path / "icons")
    beginnings = {each.name: each.read_bytes()[:4] for each in (tmp_path / "icons").iterdir()}
    assert beginnings == {"suanli.ico": b"\0\0\1\0", "suanli.icns": b"icns"}


def test_that_papers_do_not_tell_when_they_were_compressed(bundle, tmp_path):
    write_papers(tmp_path, parts(bundle), MOMENT)
    for file in some(sorted(tmp_path.rglob("*.gz"))):
        assert gzip.decompress(file.read_bytes())
        assert file.read_bytes()[4:8] == bytes(4)
