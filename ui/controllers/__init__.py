"""What the commands of the window do; those about files are in `files`.

A controller hears a view and changes the document or the view. Floor: controllers.
"""
