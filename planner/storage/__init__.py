"""Where things are and how bytes are kept: folders, one atomic writer, one cache, locks."""
