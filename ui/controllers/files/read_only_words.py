"""Why a file that was read must stay as it is, in words; floor: controllers."""

from planner.quantities.listed import listed, shortened
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import one_line
from ui.documents.reading import Reading
from ui.wording.translate import sentence_of


def reason_not_to_write(reading: Reading) -> str:
    """Return why a file must stay as it is, empty if it may be written."""
    why = reading.read_only_reason
    if why is None:
        text = translate("Files", "the file may not be written")
        return "" if reading.may_write else text
    if not reading.found.left_out:
        return sentence_of(why)
    names = listed([shortened(one_line(name)) for name in reading.found.left_out])
    text = translate("Files", "{reason}. A copy leaves out what is unknown here: {names}")
    return text.format(reason=sentence_of(why), names=names)
