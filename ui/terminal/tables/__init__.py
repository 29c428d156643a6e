"""What the commands print: tables of figures."""
