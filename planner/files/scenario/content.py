"""What a scenario file says, from its bytes through every check; seventh floor of planner.

The order matters: text, object, format and version, migration, shape, characters, and only then a
scenario. Nothing is built of a file that is not right in every field.
"""

import re
from dataclasses import dataclass, replace

from planner.files.format.decode import Fields, decode
from planner.files.format.migrate import migrate, newer_refusal, present_version, version_of
from planner.files.format.plain_text import check_name, check_notes, check_title
from planner.files.format.schema import MODEL_VERSION
from planner.files.format.validation import load_validation
from planner.files.scenario.carry_over import carry_over, is_of_model_1
from planner.files.scenario.fields import scenario_of
from planner.files.scenario.results import results_in
from planner.model.graph import model
from planner.model.scenario import Scenario
from planner.storage.sentences.file_error import FileError, shown
from planner.storage.sentences.message import Message, message
from planner.studies.model_versions import Results


@dataclass(frozen=True, slots=True)
class Content:
    """A scenario and what its file says of itself.

    `version` is that of the file's format, `model_version` that of the model that made it. With a
    `read_only_reason` the file is never to be written; `left_out` names what was not understood,
    `not_carried` tells what an older model had that this one has not.
    """

    scenario: Scenario
    version: int
    model_version: str
    results: Results | None = None
    read_only_reason: Message | None = None
    left_out: tuple[str, ...] = ()
    not_carried: Message | None = None


def content_of(data: bytes, name: str) -> Content:
    """Return the content of a file called `name`, of this version or an older one.

    Raises FileError for everything that is not right, a newer version among it.
    """
    return content_of_fields(decode(data, name), name)


def content_of_fields(fields: Fields, name: str) -> Content:
    """Return the content of fields that a file holds, as `content_of` does."""
    version = version_of(fields, name)
    return _content(migrate(fields, name), version, name)


def content_to_look_at(data: bytes, name: str) -> Content:
    """Return the content of a file; of a newer format or model as far as it is known here.

    Raises FileError as `content_of`, for a newer one only if what is known of it is not valid.
    """
    return fields_to_look_at(decode(data, name), name)


def fields_to_look_at(fields: Fields, name: str) -> Content:
    """Return the content of fields that a file holds, as `content_to_look_at` does."""
    version = version_of(fields, name)
    is_newer = version > present_version()
    if not is_newer and not _is_of_newer_model(fields):
        return _content(migrate(fields, name), version, name)
    from planner.files.scenario.newer import known_part

    known, left_out = known_part(fields if is_newer else migrate(fields, name))
    try:
        found = _content(known, version, name)
    except FileError as error:  # that it is newer matters more than what is odd in it
        raise (newer_refusal(version, name) if is_newer else error) from None
    return replace(found, left_out=left_out)


def newer_reason(version: int, model_version: str) -> Message | None:
    """Return why a file of these versions must not be written, None where it may be."""
    if version > present_version():
        return message("read_only_newer", version=shown(version), present=present_version())
    if _numbers(model_version) > _numbers(model().version):
        return message("read_only_newer_model", version=model_version, present=model().version)
    return None


def _content(fields: Fields, version: int, name: str) -> Content:
    lost: tuple[str, ...] = ()
    if is_of_model_1(fields):
        fields, lost = carry_over(fields, name)
    fields = _checked(fields, name)
    check_title(fields["title"], name)
    check_notes(fields.get("notes", ""), "notes", name)
    check_name(fields.get("author", ""), "author", name)
    kept = fields.get("results")
    made_by = fields["model_version"]
    return Content(
        scenario_of(fields, name),
        version,
        made_by,
        None if kept is None else results_in(kept),
        newer_reason(version, made_by),
        not_carried=_not_carried(made_by, lost),
    )


def _not_carried(made_by: str, lost: tuple[str, ...]) -> Message | None:
    if not lost:
        return None
    return message("not_carried", version=made_by, present=model().version, names=lost)


def _is_of_newer_model(fields: Fields) -> bool:
    made_by = fields.get("model_version")
    if not isinstance(made_by, str) or not re.fullmatch(MODEL_VERSION, made_by, re.ASCII):
        return False
    return _numbers(made_by) > _numbers(model().version)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _checked(fields: Fields, name: str) -> Fields:
    load_validation()
    from pydantic import ValidationError

    from planner.files.format.faults import fault_of
    from planner.files.format.schema import file_model

    try:
        return file_model().model_validate(fields).model_dump(exclude_unset=True)
    except ValidationError as error:
        raise fault_of(error, name) from None
