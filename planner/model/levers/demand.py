"""Levers of demand: what makes enterprises and platforms use more compute."""

from planner.model.inputs import Lever

LEVERS = (
    Lever(
        key="sme_adoption_push",
        label="Push to enterprises' use of AI",
        unit="1/yr",
        group="demand",
        evidence="J:sme_adoption_push",
        over_time="step",
        low=0,
        high=0.2,
        step=0.005,
        least=-0.5,
        most=1,
        doc="Growth of enterprises' compute use on top of the usual, as a committee for small "
        "enterprises tries to bring about.",
    ),
    Lever(
        key="consumer_ai_growth",
        label="Push from consumer AI",
        unit="1/yr",
        group="demand",
        evidence="J:consumer_ai_growth",
        over_time="step",
        low=-0.2,
        high=0.5,
        step=0.01,
        least=-0.5,
        most=1,
        doc="Growth of the large platforms' compute use on top of the usual, from glasses, "
        "digital humans or generated worlds.",
    ),
)
