"""The published data: tables, calendars, sheets, feeds, and the archive."""
