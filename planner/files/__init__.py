"""Scenario files, exports, the reference and XMILE: what users open, save and hand on."""
