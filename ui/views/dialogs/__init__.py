"""Windows beside the main one: properties, the size of pictures, help."""
