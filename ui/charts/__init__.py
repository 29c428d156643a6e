"""Charts, painted by Qt itself: a plotting library would cost more to load than all of these."""
