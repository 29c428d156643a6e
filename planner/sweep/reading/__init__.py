"""A plan of a sweep as fields of TOML, read strictly; each fault is one sentence."""
