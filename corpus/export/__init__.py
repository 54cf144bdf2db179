"""The linked corpus as files for others: data tables, schemas, calendars, sheets, feeds and the search index."""
