"""Levers of investment: Alibaba's spending, everybody else's, and the funds of the places."""

from math import inf

from planner.model.inputs import Lever, Part

ALIBABA_CAPEX = Lever(
    key="alibaba_capex",
    label="Alibaba's capital spending",
    unit="bn CNY/yr",
    group="investment",
    evidence="path:alibaba_capex",
    over_time="step",
    scales_from=2025.25,
    reference=2025.25,
    low=0,
    high=500,
    step=5,
    least=0,
    most=5000,
    doc="What Alibaba invests in cloud and AI infrastructure, fiscal year by fiscal year. Its plan "
    "and what comes after the plan are two stretches of this path.",
)

LEVERS = (
    Lever(
        key="alibaba_plan",
        label="Alibaba's plan",
        unit="bn CNY",
        group="investment",
        evidence="S041",
        part=Part(ALIBABA_CAPEX, start=2025.25, end=2028.25, shows="total"),
        low=0,
        high=1500,
        step=10,
        least=0,
        most=10_000,
        doc="Money Alibaba puts into cloud and AI infrastructure over the whole plan, from April "
        "2025 to March 2028. Chips and rents do not change it.",
    ),
    Lever(
        key="alibaba_later",
        label="Alibaba after the plan",
        unit="bn CNY/yr",
        group="investment",
        evidence="J:alibaba_later",
        part=Part(ALIBABA_CAPEX, start=2028.25, end=inf, shows="first"),
        low=0,
        high=500,
        step=5,
        least=0,
        most=5000,
        doc="Yearly spending of Alibaba from April 2028 on; later years move with it. What is "
        "spent also answers to what compute earns.",
    ),
    ALIBABA_CAPEX,
    Lever(
        key="other_capex",
        label="All other AI capital spending",
        unit="bn CNY/yr",
        group="investment",
        evidence="path:other_capex",
        over_time="linear",
        reference=2025,
        low=0,
        high=3000,
        step=10,
        least=0,
        most=20_000,
        doc="What governments, telecom operators and the other internet companies plan to invest "
        "in AI. What they spend also answers to what compute earns.",
    ),
    Lever(
        key="local_fund",
        label="Public AI fund",
        unit="M CNY/yr",
        group="investment",
        index="area",
        evidence={
            "beijing": "S019",
            "shanghai": "J:local_fund",
            "shenzhen": "J:local_fund",
            "chengdu": "J:local_fund",
            "ningbo": "J:local_fund",
            "shandong": "path:local_fund.shandong",
            "henan": "J:local_fund",
        },
        unknown=("shanghai", "shenzhen", "chengdu", "ningbo", "henan"),
        over_time="step",
        low=0,
        high=20000,
        step=50,
        least=0,
        most=2_000_000,
        doc="Money a place's public AI fund pays out each year; private investors add their share.",
    ),
    Lever(
        key="fund_compute_share",
        label="Fund money that buys compute",
        unit="share",
        group="investment",
        evidence="J:fund_compute_share",
        over_time="linear",
        low=0,
        high=1,
        step=0.01,
        least=0,
        most=1,
        doc="Share of the public funds, and of the private money beside them, that buys compute; "
        "the rest finances enterprises.",
    ),
)
