"""The evidence as text, for the terminal."""

import pytest

from planner.facts.lever_paths import lever_paths
from planner.facts.load import evidence
from planner.facts.record import EvidenceError
from planner.storage.sentences.spoken import speaking
from ui.terminal.tables.evidence import facts_text
from ui.terminal.tables.wrapping import columns_of


def test_that_the_table_has_a_line_for_every_id():
    first_words = [line.split()[0] for line in facts_text().splitlines() if line]
    shown = {word.rstrip("*?") for word in first_words}
    found = evidence()
    assert set(found.facts) | set(found.judgements) | {"derived:other_capex"} <= shown
    assert set(lever_paths()) <= shown


def test_that_disputed_and_unpublished_figures_are_marked():
    first_words = {line.split()[0] for line in facts_text().splitlines() if line}
    assert {"S001*", "J:voucher_budget.beijing?", "P007"} <= first_words


def test_that_the_columns_align():
    header, rule, *rows = facts_text().splitlines()
    start = header.index("value")
    assert rule[start - 2 : start] == "  "
    assert all(row[start - 2 : start] == "  " for row in rows[:300])


def test_that_a_fact_is_shown_with_both_figures_source_and_dispute():
    text = facts_text("S001")
    for part in ("as printed 3000, checked 300", "http://german.china.org.cn", "C1 slip"):
        assert part in text


def test_that_a_judgement_is_shown_with_its_argument_and_evidence():
    text = facts_text("J:rent_2025")
    assert "argument" in text
    assert "0.108 [0.095-0.12] bn CNY/EFLOPS/yr" in text
    assert "P084: Rent of compute" in text


def test_that_a_path_is_shown_with_the_evidence_of_each_value():
    text = facts_text("path:legal_imports")
    assert "May 2025 0 EFLOPS/yr (P170e): " in text
    assert text.count("from      ") == 7


def test_that_a_derivation_and_a_dispute_can_be_looked_up():
    assert "523 [473-573] bn CNY/yr" in facts_text("derived:other_capex")
    assert "probable slip" in facts_text("C3")


def test_that_an_unknown_id_names_those_near_it():
    with pytest.raises(EvidenceError, match="P122"):
        facts_text("p122x")


def test_that_the_disputes_are_all_listed():
    assert len(evidence().disputes) == 28


def test_that_evidence_is_said_in_the_language_spoken():
    with speaking("it"):
        record, table = facts_text("J:rent_2025"), facts_text()
    assert "Canone dei cloud nel 2025" in record
    assert "0,108 [0,095-0,12]" in record
    assert "Canone di noleggio del calcolo" in table


def test_that_the_columns_align_below_wide_letters():
    with speaking("zh_CN"):
        _, rule, *rows = facts_text().splitlines()[:300]
    begins = columns_of(rule[: rule.index("  -", rule.index("  -") + 1)])
    told = [row for row in rows if "人工智能" in row]
    assert len(told) > 20
    assert all(_at(row, begins) == "  " for row in told)


def _at(row: str, column: int) -> str:
    """Return what stands in the two columns of the terminal behind so many."""
    end = next(n for n in range(len(row)) if columns_of(row[:n]) >= column)
    return row[end : end + 2]
