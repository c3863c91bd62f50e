-- What somebody has typed and not yet saved, so that a button can name it in a few characters.
CREATE TABLE draft (
    token TEXT PRIMARY KEY,
    server TEXT NOT NULL REFERENCES server (id) ON DELETE CASCADE,
    member TEXT NOT NULL,
    command TEXT NOT NULL,
    arguments TEXT NOT NULL CHECK (json_valid(arguments)),
    expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX draft_by_expiry ON draft (expires_at);
