"""Fields and sliders for numbers."""
