"""Points of a planner's own, for tests."""

from planner.facts.measured import Measured


def counted(
    outcome: str, element: str, date: float, value: float, error: float, unit: str = "firm"
) -> Measured:
    """Return what was counted at a date, with the share by which it may be off at either end."""
    return Measured(
        id=f"{outcome} {element} {date:g}",
        group=f"{outcome} {element}",
        outcome=outcome,
        element=element,
        reading="value",
        start=date,
        end=date,
        base_start=date,
        base_end=date,
        low=value * (1 - error),
        central=value,
        high=value * (1 + error),
        unit=unit,
        bound="",
        grade="C",
        set="scored",
        figures="both",
        evidence=(),
        label=f"{outcome} {element} {date:g}",
    )
