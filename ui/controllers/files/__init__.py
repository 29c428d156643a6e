"""What the commands about files do: open, save, close, restore, recover."""
