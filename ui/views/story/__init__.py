"""The story of a scenario: its bookmarks in a list to be edited, and the band that tells a step."""
