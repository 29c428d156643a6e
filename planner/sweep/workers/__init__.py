"""Who runs batches: processes of this computer, or of a cluster."""
