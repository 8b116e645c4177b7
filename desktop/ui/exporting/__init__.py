"""What is shown, written to a file: a table for a spreadsheet, a document, pictures."""
