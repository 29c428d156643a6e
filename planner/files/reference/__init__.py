"""The reference of the model."""
