"""Questions asked of the model, one per file; each is a generator that yields its progress."""
