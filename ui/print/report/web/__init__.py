"""Parts of a report on a page of the web: tables, charts."""
