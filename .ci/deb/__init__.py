"""The package for Debian and Ubuntu: PyInstaller's bundle, and what a desktop asks of a program.

`.ci/package` runs it in a checkout, on a Debian system. Data stands in `resources/packaging`.
"""
