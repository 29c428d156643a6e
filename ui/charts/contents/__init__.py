"""What a chart shows, as frozen values and words; no Qt widgets here."""
