"""Word documents, spreadsheets, tables of comma-separated values."""
