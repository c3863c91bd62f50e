-- A server's own list and its history. Bodies are JSON, so that history can hold any record.
CREATE TABLE server (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE record (
    server TEXT NOT NULL REFERENCES server (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('track', 'artist', 'drama', 'correction')),
    id TEXT NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (server, kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE change (
    server TEXT NOT NULL REFERENCES server (id) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    actor TEXT,
    at TEXT NOT NULL,
    deed TEXT NOT NULL,
    undoes INTEGER,
    PRIMARY KEY (server, id),
    FOREIGN KEY (server, undoes) REFERENCES change (server, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_by_actor ON change (server, actor);
CREATE INDEX change_by_undone ON change (server, undoes);

CREATE TABLE edit (
    server TEXT NOT NULL,
    change INTEGER NOT NULL,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    before TEXT CHECK (before IS NULL OR json_valid(before)),
    after TEXT CHECK (after IS NULL OR json_valid(after)),
    PRIMARY KEY (server, change, place),
    FOREIGN KEY (server, change) REFERENCES change (server, id) ON DELETE CASCADE,
    CHECK (before IS NOT after)
) STRICT, WITHOUT ROWID;

CREATE INDEX edit_by_record ON edit (server, kind, id, change);
