"""Whether the best split stays the better one in other defensible structures of the model.

Sixth floor of planner. The split is not looked for again: it is held against the others in every
variant, because money is spent once, whichever world it turns out to be.
"""

from planner.ensemble.progress import Steps
from planner.studies.spending.futures import Futures
from planner.studies.spending.spent import Spending
from planner.studies.split.question import Question
from planner.studies.split.result import World
from planner.studies.split.search import Split
from planner.studies.split.valued import Valued
from planner.studies.variants import SPECIFIED, variants


def compared_in_worlds(
    question: Question,
    splits: tuple[Split, Split, Split | None],
    futures: Futures,
    spending: Spending,
) -> Steps[tuple[World, ...]]:
    """Return how the first split does against the two others in each variant but the specified.

    Yields the share that is done.
    """
    best, even, today = splits
    others = [each for each in variants() if each is not SPECIFIED]
    found = []
    for done, variant in enumerate(others):
        yield done / len(others)
        valued = Valued(question, variant.applied(question.scenario), futures, spending)
        ends = valued.ends(best)
        over_even = valued.better(ends, valued.ends(even))
        over_today = None if today is None else valued.better(ends, valued.ends(today))
        found.append(World(variant.key, variant.title, over_even, over_today))
    return tuple(found)
