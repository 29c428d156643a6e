"""In which futures a scenario misses its targets: boxes over assumptions, found by PRIM."""
