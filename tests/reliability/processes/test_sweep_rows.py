"""The rows of reliability about sweeps, and which test holds which."""

import ast
from pathlib import Path

import pytest

from tests.some import some

ROOT = Path(__file__).parents[3]
PROCESSES = "tests/reliability/processes/test_sweeps.py"
CLUSTER = "tests/sweep/workers/test_cluster.py"
COMING = "tests/sweep/workers/test_coming_and_going.py"
DEPLOYED = "tests/sweep/workers/test_deployed.py"
BEGUN = "tests/sweep/store/test_begun.py"
LOCAL = "tests/sweep/workers/test_local.py"
SWEEPING = "tests/sweep/test_sweeping.py"

ROWS = {
    "C1, workers killed again and again: the same bytes": (
        (PROCESSES, "test_that_workers_killed_again_and_again_change_no_byte"),
        (SWEEPING, "test_that_batches_of_dead_workers_are_run_again"),
    ),
    "C2, given up at any moment: workers end, what is done is kept and told to be a part": (
        (PROCESSES, "test_that_a_sweep_given_up_at_any_moment_is_told_to_be_a_part_and_goes_on"),
        (
            "tests/terminal/test_sweep.py",
            "test_that_a_signal_ends_a_sweep_without_a_word_and_keeps_what_is_done",
        ),
        (
            "tests/python/test_sweeps.py",
            "test_that_a_sweep_that_is_given_up_keeps_what_is_done_and_goes_on",
        ),
        (
            LOCAL,
            "test_that_leaving_a_sweep_ends_its_processes_and_keeps_what_is_done",
        ),
    ),
    "C3, everything killed: the same command goes on, no whole batch is run again": (
        (PROCESSES, "test_that_a_sweep_killed_at_any_moment_goes_on_to_the_same_bytes"),
        (PROCESSES, "test_that_a_full_disk_is_said_and_every_whole_batch_counts"),
    ),
    "C3, power lost while the manifest was written: made anew, no whole batch is run again": (
        (BEGUN, "test_that_a_manifest_is_made_anew_and_no_whole_batch_is_run_again"),
        (BEGUN, "test_that_power_lost_before_the_first_batch_costs_nothing"),
        (BEGUN, "test_that_a_folder_copied_while_it_was_written_goes_on"),
    ),
    "C4, a cluster: a worker killed": (
        (CLUSTER, "test_that_a_worker_of_a_cluster_killed_in_the_middle_changes_no_byte"),
    ),
    "C4, a cluster: all workers gone, the scheduler lost": (
        (CLUSTER, "test_that_workers_that_are_all_gone_are_said"),
        (CLUSTER, "test_that_a_lost_scheduler_is_said_and_the_sweep_goes_on_here"),
    ),
    "C4, a cluster: a bad address, keys of others": (
        (CLUSTER, "test_that_an_address_nobody_answers_at_is_said"),
        (CLUSTER, "test_that_what_is_no_address_is_said"),
        (DEPLOYED, "test_that_who_has_no_certificate_of_it_is_turned_away"),
    ),
    "C4, a cluster: other versions, no code of ours there": (
        (CLUSTER, "test_that_other_versions_are_said"),
        (CLUSTER, "test_that_the_code_that_is_sent_runs_a_batch_by_itself"),
    ),
    "C4, a cluster: workers come late or hang, the scheduler hangs or is started again": (
        (COMING, "test_that_a_worker_that_comes_late_takes_over"),
        (COMING, "test_that_a_worker_of_other_versions_that_comes_late_gets_nothing"),
        (COMING, "test_that_workers_that_are_all_gone_are_followed_by_one_that_comes_in_time"),
        (COMING, "test_that_one_that_hangs_is_told_and_waited_for"),
        (COMING, "test_that_leaving_a_sweep_whose_scheduler_hangs_waits_for_nothing"),
        (
            COMING,
            "test_that_a_scheduler_that_is_started_again_ends_the_sweep_which_then_goes_on",
        ),
    ),
    "C5, any number of processes, or a cluster: the same bytes": (
        (PROCESSES, "test_that_any_number_of_processes_gives_the_same_bytes"),
        (DEPLOYED, "test_that_what_is_started_gives_the_bytes_of_this_computer"),
    ),
    "C6, too little memory: one sentence, a batch in halves once": (
        (PROCESSES, "test_that_too_little_memory_is_said_in_one_line"),
        (SWEEPING, "test_that_a_batch_without_memory_is_run_in_halves"),
        (SWEEPING, "test_that_a_batch_without_memory_for_halves_is_said_and_others_stay"),
    ),
    "C7, a batch that raises what nobody foresaw: one sentence, others kept": (
        *(
            (file, "test_that_a_fault_nobody_foresaw_is_one_sentence_and_what_is_done_is_kept")
            for file in (LOCAL, CLUSTER)
        ),
        (LOCAL, "test_that_processes_that_crash_are_said_to"),
        (LOCAL, "test_that_batches_that_end_with_one_that_fails_are_kept"),
    ),
    "C7, a future without a number: counted, told, others kept": (
        (
            "tests/sweep/batches/test_work.py",
            "test_that_futures_that_break_a_law_are_counted_and_left_empty",
        ),
    ),
}


@pytest.mark.parametrize("row", ROWS)
def test_that_the_tests_of_a_row_are_there(row):
    missing = [held for held in some(ROWS[row]) if held[1] not in _tests_of(ROOT / held[0])]
    assert missing == []


def test_that_no_row_is_left_out():
    assert {row.partition(",")[0] for row in ROWS} == {f"C{number}" for number in range(1, 8)}


def _tests_of(path):
    tree = ast.parse(path.read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
