"""The questions to start from, a row each: what is asked, what is changed, and what is shown.

A row holds texts as they are marked, not translated. Its scenarios are levers by their addresses;
charts, cards and places are texts as the window keeps them. Floor: wording, no Qt.
"""

from dataclasses import dataclass
from typing import Final

from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_lever
from planner.storage.sentences.catalog import marked
from planner.studies.key_figures import HISTORY, Pair
from ui.wording.translate import first_text

Levers = tuple[tuple[str, float | LeverPath], ...]


@dataclass(frozen=True, slots=True)
class Preset:
    """A scenario that a question opens: its title, the levers that it changes, and notes on them.

    Notes tell what is changed, by how much and from when.
    """

    title: str
    levers: Levers
    notes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question: its words, its scenarios, and the view that answers it.

    `look` says what to look at; `about` is the outcome of which it tells the live change. Without
    scenarios it is about the baseline. The first scenario is the one on screen.
    """

    key: str
    title: str
    text: str
    look: str
    about: Pair
    presets: tuple[Preset, ...]
    charts: str
    cards: str
    places: str = ""
    year: int = 2030
    view: str = "absolute"

    @property
    def figure(self) -> str:
        """The first of its cards that the history can tell of."""
        asked = (card.partition("/")[0] for card in self.cards.split())
        return next((key for key in asked if key in HISTORY), HISTORY[0])

    def scenarios(self) -> tuple[Scenario, ...]:
        """Return its scenarios, titled in the language spoken."""
        return tuple(map(_scenario, self.presets))


_STOPPED: Final = LeverPath(((2025.0, 480.0), (2026.0, 430.0), (2026.083, 0.0)))
_TIGHT: Final[Levers] = (
    (
        "legal_imports",
        LeverPath(((2025, 214), (2025.25, 270), (2025.333, 0), (2025.583, 15), (2025.75, 0))),
    ),
    ("smuggled_imports", LeverPath(((2025, 480), (2026, 430), (2027, 200), (2036, 120)))),
)
_OPEN: Final[Levers] = (
    (
        "legal_imports",
        LeverPath(
            (
                *((2025, 214), (2025.25, 270), (2025.333, 0), (2025.583, 15), (2025.75, 0)),
                *((2026.5, 300), (2027, 700), (2028, 900)),
            )
        ),
    ),
    ("smuggled_imports", LeverPath(((2025, 480), (2026, 430), (2027, 150), (2036, 80)))),
)
_DOUBLED: Final = LeverPath(((2025, 10), (2025.667, 100), (2027, 200), (2031, 0)))
_CAPEX_RAISED: Final = LeverPath(
    (
        *((2025, 523), (2026, 628), (2026.917, 723.4), (2027, 932), (2028, 1034), (2029, 1133)),
        *((2030, 1230), (2031, 1325), (2032, 1418), (2033, 1511), (2034, 1603), (2035, 1696)),
        (2036, 1790),
    )
)
"""All other AI spending, 200 bn CNY a year above its default path from 2027 on."""
_LATER: Final = LeverPath(
    (
        *((2025, 98.4), (2025.25, 380 / 3), (2026.25, 140), (2027.25, 640 / 3), (2028.25, 140)),
        *((2029.25, 150), (2030.25, 160), (2031.25, 170), (2032.25, 180), (2033.25, 190)),
        *((2034.25, 200), (2035.25, 210)),
    )
)
"""480 bn CNY in Alibaba's three years, as published in the first and most of it in the last."""
_EARLIER: Final[Levers] = (("network_build_time", 2.0),)
_FULLER: Final[Levers] = (("center_sellable_target", 0.8),)
_RAISED: Final[Levers] = (("other_capex", _CAPEX_RAISED),)
_CENTERS: Final = "utilization/centers/* used_compute/centers/* rent/centers/* idle_value/centers/*"

QUESTIONS: Final = (
    Question(
        key="vouchers",
        title=marked("First", "What does a bigger voucher budget buy?"),
        text=marked("First", "Doubled from 2027: what each added enterprise costs."),
        look=marked("First", "Look at what each added enterprise costs, and who loses."),
        about=("enterprises_added_by_vouchers", "chengdu"),
        presets=(
            Preset(
                marked("First", "Chengdu doubles its vouchers"),
                (("voucher_budget.chengdu", _DOUBLED),),
                marked("First", "Chengdu's budget is 200 M CNY a year from 2027 to 2030, not 100."),
            ),
        ),
        charts="enterprises/chengdu enterprises_added_by_vouchers/chengdu "
        "public_cost_per_added_enterprise/chengdu voucher_money/chengdu",
        cards="enterprises/*/* enterprises_added_by_vouchers/*/* "
        "public_cost_per_added_enterprise/*/* voucher_spend/*/*",
        places="chengdu",
    ),
    Question(
        key="limits",
        title=marked("First", "What limits compute each year?"),
        text=marked("First", "Chips, money, power or demand, in clouds and in centers, to 2035."),
        look=marked("First", "Look at which color is tallest in the year you choose above."),
        about=("chip_shortage", ""),
        presets=(),
        charts="limit/cloud limit/centers chip_shortage/ rent/*",
        cards="limit/cloud/* limit/centers/* chip_shortage/*/* rent/cloud/*",
        year=2028,
    ),
    Question(
        key="network",
        title=marked("First", "Network earlier, or centers fuller?"),
        text=marked(
            "First",
            "Network two years earlier; centers selling up to 80%, not 65%; more capex. Apart and "
            "together.",
        ),
        look=marked("First", "Look at which line rises most, and when."),
        about=("used_compute", "centers"),
        presets=(
            Preset(
                marked("First", "Network two years earlier"),
                _EARLIER,
                marked("First", "The network stands after two years instead of four."),
            ),
            Preset(
                marked("First", "Centers can sell 80%"),
                _FULLER,
                marked("First", "Centers can sell 80% of their compute instead of 65%."),
            ),
            Preset(
                marked("First", "Capex +200 bn CNY a year"),
                _RAISED,
                marked(
                    "First",
                    "All other AI spending is 200 bn CNY a year above the baseline from January "
                    "2027 on. The share of it that is spent on centers stays.",
                ),
            ),
            Preset(
                marked("First", "Network earlier, centers can sell more"),
                (*_EARLIER, *_FULLER),
                marked(
                    "First",
                    "The network stands after two years instead of four, and centers can sell 80% "
                    "of their compute instead of 65%.",
                ),
            ),
            Preset(
                marked("First", "All three together"),
                (*_EARLIER, *_FULLER, *_RAISED),
                marked(
                    "First",
                    "The network stands after two years instead of four, centers can sell 80% of "
                    "their compute instead of 65%, and all other AI spending is 200 bn CNY a year "
                    "above the baseline from January 2027 on.",
                ),
            ),
        ),
        charts="utilization/centers used_compute/centers rent/centers idle_value/centers",
        cards=_CENTERS,
    ),
    Question(
        key="alibaba",
        title=marked("First", "What if Alibaba spends 480 bn?"),
        text=marked(
            "First", "At once or later, with fewer imports: compute, what limits it, and rents."
        ),
        look=marked("First", "Look at how much more is used, not only installed, and at rents."),
        about=("rent", "cloud"),
        presets=(
            Preset(
                marked("First", "Alibaba spends 480 bn CNY"),
                (("alibaba_plan", 480.0),),
                marked(
                    "First",
                    "Alibaba spends 160 bn CNY a year from April 2025 to March 2028, not 127: 480 "
                    "bn in three years.",
                ),
            ),
            Preset(
                marked("First", "480 bn CNY, tight imports"),
                (("alibaba_plan", 480.0), *_TIGHT),
                marked(
                    "First",
                    "Alibaba spends 160 bn CNY a year from April 2025 to March 2028, not 127. No "
                    "chips are licensed after September 2025; smuggled ones fall from 430 EFLOPS a "
                    "year in 2026 to 200 in 2027 and 120 in 2036.",
                ),
            ),
            Preset(
                marked("First", "480 bn CNY spent later, tight imports"),
                (("alibaba_capex", _LATER), *_TIGHT),
                marked(
                    "First",
                    "Alibaba spends 127 bn CNY in the year to March 2026, as published, then 140 "
                    "and 213 bn in the two years to March 2028: 480 bn in three years. No chips "
                    "are licensed after September 2025; smuggled ones fall from 430 EFLOPS a year "
                    "in 2026 to 200 in 2027 and 120 in 2036.",
                ),
            ),
        ),
        charts="compute_supply/ installed_compute/ limit/cloud rent/cloud",
        cards="used_compute//* installed_compute//* chip_shortage/*/* rent/cloud/*",
        year=2028,
    ),
    Question(
        key="imports",
        title=marked("First", "What if chip imports stop?"),
        text=marked("First", "Stopped, tight, open and, as the baseline, licensed imports."),
        look=marked("First", "Look at how far domestic chips make up for it, and at rents."),
        about=("domestic_chip_share", ""),
        presets=(
            Preset(
                marked("First", "Chip imports stopped"),
                (("legal_imports", 0.0), ("smuggled_imports", _STOPPED)),
                marked(
                    "First",
                    "No chips are licensed from July 2026 on, and none are smuggled from February "
                    "2026 on.",
                ),
            ),
            Preset(
                marked("First", "Tight licenses"),
                _TIGHT,
                marked(
                    "First",
                    "No chips are licensed after September 2025; smuggled ones fall from 430 "
                    "EFLOPS a year in 2026 to 200 in 2027 and 120 in 2036.",
                ),
            ),
            Preset(
                marked("First", "Open licenses"),
                _OPEN,
                marked(
                    "First",
                    "300 EFLOPS a year are licensed from July 2026, 700 from 2027 and 900 from "
                    "2028; smuggled ones fall from 430 EFLOPS a year in 2026 to 150 in 2027 and 80 "
                    "in 2036.",
                ),
            ),
        ),
        charts="used_compute/ chip_shortage/ domestic_chip_share/ rent/cloud",
        cards="used_compute//* chip_shortage/*/* domestic_chip_share/*/* rent/cloud/*",
    ),
)


def _scenario(preset: Preset) -> Scenario:
    notes = first_text(preset.notes) if preset.notes else ""
    made = Scenario(title=first_text(preset.title), notes=notes)
    for name, setting in preset.levers:
        made = with_lever(made, name, setting)
    return made
