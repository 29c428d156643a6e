"""The counts that a report tells are those that were written, and of a size that can be."""

from planner.facts.calibration import calibration
from planner.facts.measured import measured_points


def test_that_no_more_points_lie_inside_than_were_measured():
    found = calibration()
    assert 0 < found.inside <= found.points <= len(measured_points())
