"""Passes of the kernel's compiler, from equations to scheduled loops; fourth floor of planner.

In order: `specialization` (with `constant_folding`, `strength_reduction`, `reassociation` and
`uniformity`), `code_motion`, then `schedule` (with `dead_code` and `loop_fusion`). They rewrite
syntax trees and know no machine: what comes after them writes instructions.
"""
