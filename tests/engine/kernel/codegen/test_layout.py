"""Values stand where loads and stores of whole vectors find them, and no two share a place."""

from planner.engine.kernel.codegen.layout import LANES, make_layout
from planner.engine.kernel.passes.schedule import FLOW, make_schedule
from planner.model.graph import model
from planner.model.indices import ELEMENTS
from tests.some import some


def test_that_no_two_values_share_a_place_and_every_vector_is_aligned() -> None:
    schedule = make_schedule(model())
    layout = make_layout(model(), schedule)
    taken: dict[str, set[int]] = {table: set() for table in layout.sizes}
    for name, (table, first) in layout.offsets.items():
        width = LANES if table == "workspace" else 1
        places = set(range(first, first + width * len(ELEMENTS[schedule.indices[name]])))
        assert first % width == 0
        assert not places & taken[table], name
        taken[table] |= places
    assert len(layout.offsets) > 300
    assert {table: len(places) for table, places in taken.items()} == dict(layout.sizes)


def test_that_flows_stand_in_the_order_of_their_stocks() -> None:
    schedule = make_schedule(model())
    layout = make_layout(model(), schedule)
    for stocks, places in ((schedule.core, layout.core), (schedule.copied, layout.copied)):
        for name in some(stocks.all):
            at, flow = (layout.offsets[each][1] for each in (name, FLOW + name))
            assert flow - places.flows == at - places.stocks
            assert 0 <= at - places.stocks < places.size
            assert (at - places.stocks < places.plain) == (name in stocks.plain)
