"""Everything starts through one module of a name that is surely ours."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOREIGN = ("ui", "planner", "numpy", "platformdirs", "pydantic")


@pytest.fixture
def foreign(tmp_path):
    """Return a folder of modules that are called as ours and as those we use, and that complain."""
    folder = tmp_path / "foreign"
    for name in FOREIGN:
        (folder / name).mkdir(parents=True)
        (folder / name / "__init__.py").write_text(f"raise SystemExit('the foreign {name}')")
    return folder


def _run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def _environment(**changed):
    return {**os.environ, **changed}


def test_that_folders_of_pythonpath_do_not_decide_what_is_imported(foreign):
    command = str(Path(sys.executable).with_name("suanli"))
    environment = _environment(PYTHONPATH=f"{foreign}{os.pathsep}")
    done = _run(command, "run", "baseline", "--futures", "8", env=environment, cwd=foreign)
    assert (done.returncode, done.stderr) == (0, "")


def test_that_the_folder_one_stands_in_does_not_decide_either(foreign):
    done = _run(sys.executable, "-m", "suanli", "facts", "S019", cwd=foreign)
    assert (done.returncode, done.stderr) == (0, "")


def test_that_modules_beside_the_script_do_not_decide_either(foreign):
    script = foreign / "suanli-of-mine"
    script.write_text("import sys\nfrom suanli import main\nsys.exit(main())\n")
    done = _run(sys.executable, str(script), "facts", "S019")
    assert (done.returncode, done.stderr) == (0, "")


def test_that_other_modules_of_pythonpath_are_still_found_and_python_comes_first(foreign):
    (foreign / "extra.py").write_text("")
    program = (
        "import suanli, sys; suanli.put_ours_first(); import extra, ui, planner, os;"
        "print(ui.__path__[0], sys.path.index(os.path.dirname(os.__file__)) <"
        " sys.path.index(suanli._folder_of_ours()))"
    )
    done = _run(sys.executable, "-c", program, env=_environment(PYTHONPATH=str(foreign)))
    assert done.stdout.split() == [str(ROOT / "ui"), "True"], done.stderr


def test_that_a_window_of_the_benches_is_ours(foreign, monkeypatch):
    from tests.benchmarks.child import numbers

    monkeypatch.setenv("PYTHONPATH", str(foreign))
    assert numbers("import ui, planner; print('imported', 1)") == {"imported": 1}
