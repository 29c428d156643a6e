"""The actions of the commands, and the menus and the toolbar that hold them. Floor: views."""
