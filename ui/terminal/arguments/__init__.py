"""How the command line is read and its help laid out, whatever the command."""
