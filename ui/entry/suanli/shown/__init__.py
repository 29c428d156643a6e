"""What a notebook shows: pictures and tables, without Qt and without a script."""
