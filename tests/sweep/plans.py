"""Plans of sweeps as tests write them: small, so that a second is enough."""

from planner.sweep.plan.plan_file import read_plan

OUTCOMES = """
[outcomes]
enterprises = [2027, "2026-06"]
"enterprises.shanghai" = [2027]
"""
LEVERS = """
futures = 600
batch = 1200

[inputs]
"voucher_budget.shanghai" = [0, 600, 900]
"""


def written(folder, text=LEVERS, outcomes=OUTCOMES, name="plan.toml"):
    """Write a plan and return its path."""
    path = folder / name
    path.write_text(f"{text}\n{outcomes}", "utf-8")
    return path


def planned(folder, text=LEVERS, outcomes=OUTCOMES):
    """Write a plan and return it as it is read."""
    return read_plan(written(folder, text, outcomes))
