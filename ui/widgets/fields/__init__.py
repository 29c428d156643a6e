"""Fields and sliders in which a number is typed or dragged."""
