"""Every file that the code writes, by its path, with what makes its bytes."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from planner.files.format.schema import schema_bytes
from planner.files.reference.page import reference_markdown
from planner.files.session.schema import session_schema_bytes
from planner.studies.backtest import backtest
from tests.engine.kernel.toy import dump
from tests.regenerate.cluster import requirements_bytes
from tests.regenerate.corpus import expected_bytes
from tests.regenerate.names import names_bytes
from tests.regenerate.pages import is_made_in_part, page_bytes
from tests.regenerate.pinyin import readings_bytes

ROOT: Final = Path(__file__).parents[2]
COMMAND: Final = "make regenerate"


def calibration_bytes() -> bytes:
    """Return how many measured points the backtest has, and how many lie inside."""
    rows = backtest().rows
    held = {"points": len(rows), "inside": sum(row.inside for row in rows)}
    return f"{json.dumps(held, indent=2)}\n".encode()


def generated() -> Mapping[str, Callable[[], bytes]]:
    """Return what makes each file; of a page with markers only the text between them is made."""
    pages = [ROOT / "README.md", *sorted(ROOT.glob("resources/**/*.md"))]
    return {
        "resources/cluster/requirements.txt": requirements_bytes,
        "resources/schema/scenario.schema.json": schema_bytes,
        "resources/schema/session.schema.json": session_schema_bytes,
        "resources/calibration.json": calibration_bytes,
        "resources/search/pinyin.json": readings_bytes,
        "resources/docs/python-names.md": names_bytes,
        "resources/docs/reference.md": lambda: reference_markdown().encode(),
        "tests/reliability/corpus/expected.toml": expected_bytes,
        "tests/engine/kernel/toy.txt": lambda: dump().encode(),
        **{
            page.relative_to(ROOT).as_posix(): partial(page_bytes, page)
            for page in pages
            if is_made_in_part(page)
        },
    }
