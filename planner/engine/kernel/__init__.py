"""The compiled engine: one machine-code kernel generated from the equations.

Fourth floor of planner. Its rooms, each importing only those before: `passes` rewrite and schedule
the equations, `codegen` makes machine code of them, `runtime` keeps, loads and runs it.
"""
