"""Targets beside the charts: their section at the right, and the small window that edits one."""
