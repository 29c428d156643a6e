"""Runs made by hand, as the charts have them."""

from tests.ui.charts.conftest import baseline, doubled, made  # noqa: F401 - fixtures
