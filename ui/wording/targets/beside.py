"""Which outcomes can be the level of another; floor: wording, for lists and typed sentences."""

from planner.model.graph import model


def levels_beside(outcome: str, element: str) -> tuple[str, ...]:
    """Return the outcomes that another can be held against: those of its unit, at its place."""
    row = model().outcomes[outcome]
    return tuple(
        key
        for key, each in model().outcomes.items()
        if key != outcome
        and not each.is_counted
        and (each.unit, each.sense == "flow") == (row.unit, row.sense == "flow")
        and element in each.elements
    )
