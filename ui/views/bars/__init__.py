"""The bars over the charts: what is to be said of a document, a run, the program or a file."""
