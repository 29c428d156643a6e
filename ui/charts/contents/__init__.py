"""What a chart shows, as frozen values and words; a hand and a painter come later."""
