"""What servers add, kept in SQLite: lists and their history, drafts, suggestions, settings."""
