"""The values that futures draw: points of a sequence, quantiles, correlations."""
