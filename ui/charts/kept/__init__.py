"""Charts as texts that are kept from day to day, and how they are laid out."""
