"""Scenarios on one page of paper or of the web: what was asked, what follows, how sure it is."""
