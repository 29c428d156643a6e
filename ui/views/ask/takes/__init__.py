"""The card "What does it take?": what is wanted, the share of futures over a lever, the answer."""
