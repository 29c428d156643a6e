"""Which assumptions make the range of an outcome: from the futures at hand, and by further runs."""
