"""What the code writes into the repository is committed as the code writes it today."""

from dataclasses import replace

import pytest

from planner.model.graph import model
from tests.regenerate import __main__ as main_module
from tests.regenerate.files import COMMAND, ROOT, generated
from tests.regenerate.pages import page_bytes


@pytest.mark.parametrize("name", list(generated()))
def test_that_what_is_committed_is_what_the_code_makes(name):
    is_up_to_date = (ROOT / name).read_bytes() == generated()[name]()
    assert is_up_to_date, (
        f"{name} is not what the code makes: run `{COMMAND}`, read what it changed"
    )


def test_that_schema_reference_readme_corpus_and_dump_of_the_toy_model_are_made():
    assert {
        "README.md",
        "resources/docs/reference.md",
        "resources/schema/scenario.schema.json",
        "tests/engine/kernel/toy.txt",
        "tests/reliability/corpus/expected.toml",
    } <= set(generated())


def test_that_a_model_with_too_many_random_numbers_is_refused_in_a_sentence(monkeypatch):
    rows = {
        **model().assumptions,
        "crowd_in": replace(model().assumptions["crowd_in"], dimension=128),
    }
    broken = replace(model(), assumptions=rows)
    monkeypatch.setattr(main_module, "model", lambda: broken)
    with pytest.raises(SystemExit) as refused:
        main_module.main()
    assert refused.value.code == "crowd_in has the dimension 128; there are 0 to 127"


def test_that_only_what_stands_between_markers_is_made(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(
        "By hand.\n<!-- made: outcomes -->\nOld.\n<!-- end -->\nBy hand too.\n"
        "<!-- made: run voucher_budget=0 for voucher_spend -->\nOld.\n<!-- end -->\n",
        "utf-8",
    )
    made = page_bytes(page).decode()
    assert made.startswith("By hand.\n<!-- made: outcomes -->\n\n|  | Outcomes |\n")
    assert "\n\n<!-- end -->\nBy hand too.\n" in made
    assert "Old." not in made
    assert "\nVoucher money paid (M CNY/yr)  " in made
    page.write_text(made, "utf-8")
    assert page_bytes(page).decode() == made


def test_that_a_finding_is_told_with_its_counts(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("<!-- made: finding voucher_budget=0 for enterprises 2030 -->\n<!-- end -->")
    made = page_bytes(page).decode()
    assert "\n\nAI enterprises in 2030: down in " in made
    assert " variants" in made


def test_that_a_number_without_a_measurement_is_told_with_what_it_moves(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("<!-- made: judgements constants -->\n<!-- end -->")
    made = page_bytes(page).decode()
    rows = [line for line in made.splitlines() if line.startswith("| ")]
    assert any(line.startswith("| Balance of the market | 0.7 (0.35 and 1.4) | −") for line in rows)
    assert any("Electricity: −" in line for line in rows)
    assert not any("Power of supernodes" in line for line in rows)
    assert "Move nothing by 0.05% or more: Least cost cover by rent that counts;" in made
