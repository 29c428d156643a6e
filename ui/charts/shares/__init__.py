"""What matters most as pictures: bars of shares, of total shares, of swings; areas over years."""
