-- When the bot was removed from a server: what the server kept goes some time after.
ALTER TABLE server ADD COLUMN left_at TEXT;
