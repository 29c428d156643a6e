"""The compiled engine: one machine-code kernel generated from the equations.

Fourth floor of planner. `plan` decides which loops compute what, `layout` where values stand,
`emit` writes the source text, `arithmetic` holds exp and log, `load` compiles and caches,
`launch` runs it.
"""
