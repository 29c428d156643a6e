"""The shape of a recovery entry's file.

What its scenarios and answers hold is checked where they are.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, InstanceOf


class BookmarkFile(BaseModel):
    """A starred state, as an earlier program kept it beside the scenario."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: str
    time: str
    scenario: str


class EntryFile(BaseModel):
    """The work on one document."""

    model_config = ConfigDict(extra="forbid", strict=True)

    format: Literal["suanli-recovery"]
    version: Literal[1]
    path: InstanceOf[str] | None  # a name that is no text is kept as it is, halves of letters too
    digest: str
    time: str
    scenario: str
    saved: str
    bookmarks: list[BookmarkFile] = []
    typed: dict[str, InstanceOf[str]] = {}
    answers: list[dict[str, Any]] = []
    report: str = ""
