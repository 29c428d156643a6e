"""Catalogs of translations: what is found to translate, what they hold, what is wrong in them."""
