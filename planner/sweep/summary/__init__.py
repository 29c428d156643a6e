"""What a folder of a sweep says: read batch by batch, summed up by point, handed to studies."""
