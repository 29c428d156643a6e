"""Units as Italian says them; floor: quantities. What an `UnitWords` holds is told there."""

from typing import Final

from planner.quantities.languages.unit_words import MagnitudeWords, PartWords, UnitWords

_MAGNITUDES: Final = {
    "k": MagnitudeWords(factor=1e3, shown="mila", words="migliaia di"),
    "M": MagnitudeWords(factor=1e6, shown="mln", words="milioni di"),
    "bn": MagnitudeWords(factor=1e9, shown="mld", words="miliardi di"),
    "trn": MagnitudeWords(factor=1e12, shown="mila mld", words="mila miliardi di"),
}
_TEXTS: Final = {
    "points": "p.p.",
    "percentage points": "punti percentuali",
    "points/yr": "p.p. all’anno",
    "percentage points per year": "punti percentuali all’anno",
    "%/yr": "% all’anno",
    "% per year": "% all’anno",
    "% of futures": "% delle simulazioni",
    "% difference from the baseline": "differenza % dal riferimento",
    "plain number": "numero puro",
    "times": "volte",
    "times what is on offer": "volte l’offerta",
    "year": "anno",
    "years": "anni",
    "k H100e realized/k H100e": "H100 eq. effettivi/H100 eq.",
    "CNY/card-h": "CNY/ora-acceleratore",
    "USD/card-h": "USD/ora-acceleratore",
    "CNY per card-hour (H100 equivalent)": "CNY per ora-acceleratore (H100 equivalente)",
    "USD per card-hour (H100 equivalent)": "USD per ora-acceleratore (H100 equivalente)",
    "enterprise-years per million CNY": "imprese-anno per milione di CNY",
    "enterprise-years per million USD": "imprese-anno per milione di USD",
}
_PARTS: Final = {
    "yr": PartWords(shown="anni", one="anno", alone="all’anno"),
    "quarter": PartWords(shown="trimestri", one="trimestre", alone="al trimestre"),
    "month": PartWords(shown="mesi", one="mese", alone="al mese"),
    "day": PartWords(shown="giorni", one="giorno", alone="al giorno"),
    "h": PartWords(shown="ore", one="ora", alone="all’ora"),
    "x": PartWords(shown="volte"),
    "EFLOPS": PartWords(shown="EFLOPS", words="EFLOPS (FP16)", one="EFLOPS"),
    "PFLOPS": PartWords(shown="PFLOPS", words="PFLOPS (FP16)", one="PFLOPS"),
    "EFLOPS realized": PartWords(
        shown="EFLOPS effettivi", words="EFLOPS (FP16) effettivi", one="EFLOPS effettivo"
    ),
    "PFLOPS realized": PartWords(
        shown="PFLOPS effettivi", words="PFLOPS (FP16) effettivi", one="PFLOPS effettivo"
    ),
    "H100e": PartWords(
        shown="H100 eq.",
        words="H100 equivalenti",
        one="H100 eq.",
        one_word="H100 equivalente",
        is_thing=True,
    ),
    "H100e realized": PartWords(
        shown="H100 eq. effettivi",
        words="H100 equivalenti effettivi",
        one="H100 eq. effettivo",
        one_word="H100 equivalente effettivo",
        is_thing=True,
    ),
    "H100": PartWords(shown="H100 eq.", words="H100 equivalenti", is_thing=True),
    "enterprises": PartWords(shown="imprese", is_thing=True),
    "enterprise": PartWords(shown="imprese", one="impresa", is_thing=True),
    "firm": PartWords(shown="imprese", one="impresa", is_thing=True),
    "enterprise-years": PartWords(shown="imprese-anno", is_thing=True),
    "token": PartWords(shown="token", is_thing=True),
    "person": PartWords(shown="posti", one="posto", is_thing=True),
    "models": PartWords(shown="modelli", one="modello", is_thing=True),
    "model": PartWords(shown="modelli", one="modello", is_thing=True),
    "chip": PartWords(shown="chip", is_thing=True),
    "GPU": PartWords(shown="GPU", is_thing=True),
    "card": PartWords(shown="acceleratori", one="acceleratore", is_thing=True),
    "rack": PartWords(shown="rack", is_thing=True),
    "parameter": PartWords(shown="parametri", one="parametro", is_thing=True),
    "place": PartWords(shown="posti", one="posto", is_thing=True),
    "school": PartWords(shown="scuole", one="scuola", is_thing=True),
    "data center": PartWords(shown="data center", is_thing=True),
    "alliance": PartWords(shown="alleanze", one="alleanza", is_thing=True),
}
_DIVISORS: Final = {
    "M token": PartWords(shown="mln token", one_word="milione di token"),
    "M CNY": PartWords(shown="mln CNY", one_word="milione di CNY"),
    "M USD": PartWords(shown="mln USD", one_word="milione di USD"),
    "bn CNY": PartWords(shown="mld CNY", one_word="miliardo di CNY"),
    "bn USD": PartWords(shown="mld USD", one_word="miliardo di USD"),
    "M person": PartWords(shown="mln posti", one_word="milione di posti"),
    "trn token": PartWords(shown="mila mld token", one_word="mille miliardi di token"),
    "k H100e": PartWords(shown="mila H100 eq.", one_word="migliaio di H100 equivalenti"),
    "k H100e realized": PartWords(
        shown="mila H100 eq. effettivi", one_word="migliaio di H100 equivalenti effettivi"
    ),
}
ITALIAN: Final = UnitWords(
    texts=_TEXTS,
    parts=_PARTS,
    divisors=_DIVISORS,
    magnitudes=_MAGNITUDES,
    per=" per ",
    and_per=" e ",
    joint=" ",
)
