"""Ask: the questions about a scenario, answered on cards in the place of the charts."""
