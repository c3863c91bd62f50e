-- Settings are a record like any other, so that history and undo cover them as well.
CREATE TABLE record_with_settings (
    server TEXT NOT NULL REFERENCES server (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('track', 'artist', 'drama', 'correction', 'settings')),
    id TEXT NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (server, kind, id)
) STRICT, WITHOUT ROWID;

INSERT INTO record_with_settings (server, kind, id, body) SELECT server, kind, id, body FROM record;
DROP TABLE record;
ALTER TABLE record_with_settings RENAME TO record;
