"""The comparison of scenarios under the charts: its bar, its table, which rows it has."""
