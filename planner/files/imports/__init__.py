"""What is read of others: scenarios that come back from a spreadsheet."""
