"""Shows the questions of Ask and ties them to the document, the run and the window."""
