"""Every constant of the model: fixed numbers of the evidence, and factors between units.

Third floor of planner. A constant that turns out to matter and to be uncertain becomes an
assumption. Conversion factors stand here too, so that the check of units sees them.
"""

from planner.model.constants import economy, physics
from planner.model.constants.conversions import CONVERSIONS as CONVERSIONS
from planner.model.inputs import Constant

CONSTANTS: tuple[Constant, ...] = (*economy.CONSTANTS, *physics.CONSTANTS)
