"""The card on single futures: lines to click, and what is unusual in the one that was picked."""
