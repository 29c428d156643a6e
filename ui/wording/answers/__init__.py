"""What the answers of studies say: one pure function per sentence."""
