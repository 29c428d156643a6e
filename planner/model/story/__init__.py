"""Stories of scenarios: which states they are made of, and how these are put back."""
