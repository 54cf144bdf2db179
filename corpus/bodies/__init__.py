"""Who is meant: printed names, places and groups as agencies on a day."""
