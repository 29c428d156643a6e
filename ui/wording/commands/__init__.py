"""The commands of the window as rows, and what follows from a row without Qt."""
