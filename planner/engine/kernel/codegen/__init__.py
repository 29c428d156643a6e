"""Code generation of the kernel: from scheduled loops to machine code; fourth floor of planner.

`layout` gives values their places, `emission` writes the loops as instructions, `elementary` what
equations call, `prelude` and `time_loop` what runs the loops; `target` optimizes for this
processor. `histogram` knows nothing of the model. Only the modules `signatures`, `layout` and
`compiled` are imported where a kernel is run that was compiled before.
"""
