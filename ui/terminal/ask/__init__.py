"""The commands that answer questions: one module each, all with the same options."""
