"""Bad and hostile scenario files: each gives its one sentence, and nothing else happens."""

import json
import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.files.scenario.scenario_file import from_bytes, read, to_bytes
from planner.model.scenario import Scenario
from planner.storage.opening import regular_file
from planner.storage.sentences.file_error import FileError

GOOD = to_bytes(Scenario())
FIELDS = json.loads(GOOD)
JARGON = re.compile(r"pydantic|Traceback|Error|http|dict|Input should|NoneType|\n|\x1b")
OBJECT = "a scenario file holds one object in braces"
PLAN = "it must be a number from 0 to 10000 bn CNY"
SEEDS = "it must be a whole number from 0 to 4294967295"
LOST = "as a loss of power leaves a file; the file before the last save may be beside it, as .bak"
AREAS = "beijing, shanghai, shenzhen, chengdu, ningbo, shandong, henan"
KEYS = "format, version, title, notes, author, question, finding, decision and 14 more"


def _with(**fields):
    return json.dumps({**FIELDS, **fields}).encode()


def _levers(text):
    return GOOD.replace(b'"levers": {}', b'"levers": {' + text + b"}")


BAD = [
    (b"", f"a.json is empty; {OBJECT}"),
    (b" \n\t ", f"a.json is empty; {OBJECT}"),
    (b"null", f"a.json holds only null; {OBJECT}"),
    (b"[]", f"a.json holds a list; {OBJECT}"),
    (b'"text"', f"a.json holds only a text; {OBJECT}"),
    (b"12", f"a.json holds only a number; {OBJECT}"),
    (b"{}", 'a.json is not a scenario file: it names no format; it must be "suanli-scenario"'),
    (
        b'{"format": "vensim"}',
        'a.json is not a scenario file: its format is "vensim"; it must be "suanli-scenario"',
    ),
    (GOOD[:50], "a.json is not valid JSON: it ends too early (line 4, column 2)"),
    (
        GOOD + b"x",
        (
            "a.json is not valid JSON: something follows after the end of the object "
            "(line 15, column 1)"
        ),
    ),
    (
        GOOD + GOOD,
        (
            "a.json is not valid JSON: something follows after the end of the object "
            "(line 15, column 1)"
        ),
    ),
    (b"// note\n" + GOOD, "a.json is not valid JSON: a value is expected (line 1, column 1)"),
    (
        GOOD.replace(b'"', b"'"),
        ("a.json is not valid JSON: a field name in double quotes is expected (line 2, column 3)"),
    ),
    (
        GOOD.replace(b"{}\n}", b"{},\n}"),
        "a.json is not valid JSON: a comma stands after the last entry (line 13, column 20)",
    ),
    (GOOD.decode().encode("utf-16"), "a.json is not UTF-8 text; save it as UTF-8"),
    (GOOD.decode().encode("utf-16-le"), "a.json is not UTF-8 text; save it as UTF-8"),
    (GOOD.decode().encode("utf-16-be"), "a.json is not UTF-8 text; save it as UTF-8"),
    (GOOD.decode().encode("utf-32-le"), "a.json is not UTF-8 text; save it as UTF-8"),
    (
        GOOD.replace(b"Base", b"\x00"),
        "a.json is not valid JSON: a text holds a control character (line 4, column 13)",
    ),
    (b"\x7fELF\x02" + bytes(99), "a.json is not UTF-8 text; save it as UTF-8"),
    (bytes(618), f"a.json holds zero bytes and nothing else, {LOST}"),
    (b"\x00", f"a.json holds zero bytes and nothing else, {LOST}"),
    (GOOD[:60] + bytes(200), f"a.json holds zero bytes from line 4 on, {LOST}"),
    (GOOD + bytes(3), f"a.json holds zero bytes from line 15 on, {LOST}"),
    (bytes(512) + GOOD, f"a.json holds zero bytes from line 1 on, {LOST}"),
    (GOOD[:70] + bytes(64) + GOOD[134:], f"a.json holds zero bytes from line 4 on, {LOST}"),
    (
        GOOD.replace(b"Baseline", b"Caf\xe9"),
        "a.json is not UTF-8 text (line 4); save it as UTF-8",
    ),
    (b"\x1f\x8b\x08" + GOOD, "a.json is a compressed file, not a scenario file"),
    (b"\x89PNG\r\n\x1a\n", "a.json is a damaged picture; its scenario cannot be read"),
    (b"[" * 100_000, "a.json is nested too deeply to be a scenario file"),
    (b'{"a":' * 100_000, "a.json is nested too deeply to be a scenario file"),
    (_with(version=0), "a.json: version is 0; it must be a whole number from 1 to 8"),
    (_with(version=1.5), "a.json: version is 1.5; it must be a whole number from 1 to 8"),
    (_with(version="1"), 'a.json: version is "1"; it must be a whole number from 1 to 8'),
    (_with(version=True), "a.json: version is true; it must be a whole number from 1 to 8"),
    (
        _with(version=9, shape="new"),
        "a.json was made by a newer version (format 9); this program reads up to format 8",
    ),
    (
        _levers(b'"alibaba_plan": 1, "alibaba_plan": 2'),
        'a.json: duplicate field "alibaba_plan"',
    ),
    (
        GOOD.replace(b'"seed"', b'"title": "x", "seed"'),
        'a.json: duplicate field "title"',
    ),
    (_levers(b'"alibaba_plan": NaN'), f"a.json: levers.alibaba_plan is NaN; {PLAN}"),
    (_levers(b'"alibaba_plan": -Infinity'), f"a.json: levers.alibaba_plan is -Infinity; {PLAN}"),
    (_levers(b'"alibaba_plan": 1e999'), f"a.json: levers.alibaba_plan is Infinity; {PLAN}"),
    (
        _levers(b'"alibaba_plan": ' + b"9" * 5000),
        f"a.json: levers.alibaba_plan is a number of more than 60 digits; {PLAN}",
    ),
    (_levers(b'"alibaba_plan": "760"'), f'a.json: levers.alibaba_plan is "760"; {PLAN}'),
    (_levers(b'"alibaba_plan": true'), f"a.json: levers.alibaba_plan is true; {PLAN}"),
    (_levers(b'"alibaba_plan": null'), f"a.json: levers.alibaba_plan is null; {PLAN}"),
    (
        _levers(b'"alibaba_plan": [1]'),
        f"a.json: levers.alibaba_plan has knots, but the lever stays the same over time; {PLAN}",
    ),
    (_levers(b'"alibaba_plan": -1'), f"a.json: levers.alibaba_plan is -1; {PLAN}"),
    (_levers(b'"alibaba_plan": 10001'), f"a.json: levers.alibaba_plan is 10001; {PLAN}"),
    (
        _levers(b'"alibaba_pln": 1'),
        (
            'a.json: there is no lever "alibaba_pln"; '
            "did you mean alibaba_plan or alibaba_later or alibaba_capex?"
        ),
    ),
    (
        _levers(b'"alibaba_capex": 100'),
        (
            "a.json: levers.alibaba_capex is 100; "
            "it must be a list of 1 to 120 knots [date, value] whose dates rise"
        ),
    ),
    (
        _levers(b'"alibaba_plan": 380, "alibaba_capex": [[2025, 100]]'),
        (
            "a.json: levers.alibaba_capex has knots, so levers.alibaba_plan cannot have a number "
            "as well; it must be one of the two"
        ),
    ),
    (
        _levers(b'"alibaba_capex": [[2025, 100]], "alibaba_later": 0'),
        (
            "a.json: levers.alibaba_capex has knots, so levers.alibaba_later cannot have a number "
            "as well; it must be one of the two"
        ),
    ),
    (
        _levers(b'"voucher_budget": 4'),
        f"a.json: levers.voucher_budget is 4; it must be an object in braces with {AREAS}",
    ),
    (
        _levers(b'"voucher_budget": {"paris": 4}'),
        f'a.json: there is no field "paris" in levers.voucher_budget; it must be one of {AREAS}',
    ),
    (
        _levers(b'"voucher_budget": {"henan": -4}'),
        (
            "a.json: levers.voucher_budget.henan is -4; "
            "it must be a number from 0 to 100000 M CNY/yr "
            "or a list of 1 to 120 knots [date, value] whose dates rise"
        ),
    ),
    (
        _levers(b'"center_share": [[2026, 0.5], [2026, 0.6]]'),
        "a.json: knot 2 of levers.center_share has the date 2026 after 2026; dates must rise",
    ),
    (
        _levers(b'"center_share": [[2026, 0.5], [2027, 1.6]]'),
        (
            "a.json: knot 2 of levers.center_share has the value 1.6; "
            "it must be a number from 0 to 1 (0% to 100%)"
        ),
    ),
    (
        _levers(b'"center_share": [[2024, 0.5]]'),
        (
            "a.json: knot 1 of levers.center_share has the date 2024; "
            "it must be a number from 2025 to 2051"
        ),
    ),
    (
        _levers(b'"center_share": [[2026, 0.5], 0.6]'),
        "a.json: knot 2 of levers.center_share is 0.6; it must be a pair [date, value]",
    ),
    (
        _levers(b'"center_share": []'),
        "a.json: levers.center_share has 0 knots; there must be 1 to 120",
    ),
    (
        _with(assumptions={"crowd_in": 4}),
        "a.json: assumptions.crowd_in is 4; it must be an object in braces with low, central, high",
    ),
    (
        _with(assumptions={"crowd_in": {"low": 3, "central": 4}}),
        "a.json: assumptions.crowd_in.high is missing; it must be a number from 0 to 50",
    ),
    (
        _with(assumptions={"crowd_in": {"low": 5, "central": 4, "high": 6}}),
        (
            "a.json: assumptions.crowd_in has low 5, central 4, high 6; "
            "it must be low <= central <= high"
        ),
    ),
    (_with(colour="red"), f'a.json: there is no field "colour"; it must be one of {KEYS}'),
    (_with(titel="x"), 'a.json: there is no field "titel"; did you mean title?'),
    (_with(title=3), "a.json: title is 3; it must be text of 1 to 200 characters"),
    (_with(title=""), 'a.json: title is ""; it must be text of 1 to 200 characters'),
    (_with(title="\u00a0 "), 'a.json: title is "\u00a0 "; it must be text that shows'),
    (
        _with(title="x" * 3_000_000),
        (
            f'a.json: title is "{"x" * 50}"… (3000000 characters); '
            "it must be text of 1 to 200 characters"
        ),
    ),
    (
        _with(title="\ud800"),
        "a.json: title holds the invisible character U+D800; it must be text that shows",
    ),
    (
        _with(title="safe\u202egnp.txt"),
        "a.json: title holds the invisible character U+202E; it must be text that shows",
    ),
    (
        _with(title="a\x00b"),
        "a.json: title holds the invisible character U+0000; it must be text that shows",
    ),
    (
        _with(notes="ring\x07"),
        "a.json: notes holds the invisible character U+0007; it must be text that shows",
    ),
    (
        _with(author="\u200bA"),
        "a.json: author holds the invisible character U+200B; it must be text that shows",
    ),
    (_with(seed=-1), f"a.json: seed is -1; {SEEDS}"),
    (_with(seed=1.5), f"a.json: seed is 1.5; {SEEDS}"),
    (_with(seed=10**90), f"a.json: seed is a number of more than 60 digits; {SEEDS}"),
    (_with(futures=0), "a.json: futures is 0; it must be a whole number from 1 to 1000000"),
    (
        _with(last_year=2024),
        "a.json: last_year is 2024; it must be a whole number from 2025 to 2050",
    ),
    (
        _with(figures="both"),
        'a.json: figures is "both"; it must be "corroborated" or "as_stated"',
    ),
    (
        _with(baseline="baseline-2030"),
        'a.json: baseline is "baseline-2030"; it must be "baseline-2025"',
    ),
    (
        _with(model_version="new"),
        (
            'a.json: model_version is "new"; it must be two numbers with a point between them, '
            'as "1.0"'
        ),
    ),
]


@pytest.mark.parametrize(("data", "expected"), BAD, ids=range(len(BAD)))
def test_that_a_bad_file_gives_its_one_sentence(data, expected):
    with pytest.raises(FileError) as refused:
        from_bytes(data, "a.json")
    assert str(refused.value) == expected
    assert not JARGON.search(expected)


@pytest.mark.parametrize("field", [key for key in FIELDS if key not in {"format", "version"}])
def test_that_a_missing_field_is_named_with_what_is_allowed(field):
    left = {key: value for key, value in FIELDS.items() if key != field}
    with pytest.raises(FileError, match=rf"^a\.json: {field} is missing; it must be .+"):
        from_bytes(json.dumps(left).encode(), "a.json")


@pytest.mark.parametrize(
    "title", ["<b>&amp;</b>", "{0} %s %n", "../../x", "🇮🇹 👩‍👩‍👧", "قیمت می‌شود", "=1+1"]
)
def test_that_an_odd_but_honest_title_is_kept_letter_for_letter(title):
    assert from_bytes(_with(title=title), "a.json").title == title


@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=3), st.integers(0, 4))
def test_that_a_damaged_file_is_a_scenario_or_one_sentence(place, put, gone):
    data = GOOD[:place] + put + GOOD[place + gone :]
    said = _said_of(data)
    assert said is None or (said.startswith("a.json") and not JARGON.search(said))


def _said_of(data):
    try:
        from_bytes(data, "a.json")
    except FileError as refused:
        return str(refused)
    return None


def test_that_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FileError, match=r"none\.json cannot be read: there is no such file"):
        read(tmp_path / "none.json")


def test_that_a_folder_is_not_read(tmp_path):
    with pytest.raises(FileError, match=r"cannot be read: (it is a folder|access is denied)"):
        read(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.timeout(5)
def test_that_a_pipe_is_refused_at_once_instead_of_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileError, match="it is a device or a pipe, not a file"):
        read(tmp_path / "pipe")


def test_that_a_fault_of_the_program_is_not_told_as_one_of_the_file(tmp_path):
    (tmp_path / "a").write_bytes(GOOD)
    with pytest.raises(ValueError, match=r"^ours$"), regular_file(tmp_path / "a"):
        raise ValueError("ours")
    with pytest.raises(FileError, match="no file can have this name"):
        read(tmp_path / "a\0b")


def test_that_a_file_too_large_is_refused_before_it_is_looked_into(tmp_path):
    path = tmp_path / "large.json"
    path.write_bytes(GOOD + b" " * 4_000_000)
    with pytest.raises(FileError, match=r"large\.json is too large; .* at most 4 MB"):
        read(path)


def test_that_a_path_with_a_line_break_stays_on_one_line(tmp_path):
    with pytest.raises(FileError) as refused:
        read(tmp_path / "two\nlines\x1b[31m.json")
    assert "two\\u000alines\\u001b[31m.json" in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("language", ["en", "it", "zh_CN"])
def test_that_a_file_of_zero_bytes_is_called_that_in_every_language(language):
    with pytest.raises(FileError) as refused:
        from_bytes(bytes(618), "a.json")
    said = refused.value.sentence(language)
    assert {"en": "zero bytes", "it": "byte nulli", "zh_CN": "零字节"}[language] in said
    assert "UTF-8" not in said
    assert ".bak" in said


@pytest.mark.parametrize("word", ["<knots>", "<number>"])
@pytest.mark.parametrize(
    ("above", "sentence"),
    [
        ((), "there is no field"),
        (("levers",), "there is no lever"),
        (("levers", "voucher_budget"), "there is no field"),
        (("assumptions", "crowd_in"), "there is no field"),
    ],
)
def test_that_no_word_of_a_file_is_taken_for_one_of_our_own(word, above, sentence):
    inner = json.dumps({word: 5})
    for key in reversed(above):
        inner = f'{{"{key}": {inner}}}'
    with pytest.raises(FileError) as caught:
        from_bytes(_with(**json.loads(inner)), "a.json")
    assert f'a.json: {sentence} "{word}"' in str(caught.value)
