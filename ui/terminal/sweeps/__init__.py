"""What `suanli sweep` prints and reads, part by part."""
