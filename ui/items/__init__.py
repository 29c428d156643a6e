"""Thin Qt item models, and what cards of key figures say: values are looked up and worded here."""
