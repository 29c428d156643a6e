"""What every answer to a question consists of: what it is about, its sentence, table and stamp."""
