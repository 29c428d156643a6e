"""What is written for others: tables, workbooks, XMILE."""
