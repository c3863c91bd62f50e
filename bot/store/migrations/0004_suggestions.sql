-- What members propose, who joined in, who is looking at it, and what they must still be told.
CREATE TABLE suggestion (
    server TEXT NOT NULL REFERENCES server (id) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    command TEXT NOT NULL CHECK (command IN ('addtrack', 'edittrack')),
    arguments TEXT NOT NULL CHECK (json_valid(arguments)),
    identity TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'approved', 'rejected')),
    reason TEXT,
    made_at TEXT NOT NULL,
    reviewer TEXT,
    claimed_until TEXT,
    decided_at TEXT,
    change INTEGER,
    PRIMARY KEY (server, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX suggestion_pending_once ON suggestion (server, identity) WHERE state = 'pending';

CREATE TABLE suggester (
    server TEXT NOT NULL,
    suggestion INTEGER NOT NULL,
    member TEXT NOT NULL,
    joined_at TEXT NOT NULL,
    PRIMARY KEY (server, suggestion, member),
    FOREIGN KEY (server, suggestion) REFERENCES suggestion (server, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX suggester_by_member ON suggester (member);

CREATE TABLE notice (
    id INTEGER PRIMARY KEY,
    server TEXT NOT NULL REFERENCES server (id) ON DELETE CASCADE,
    member TEXT NOT NULL,
    text TEXT NOT NULL,
    made_at TEXT NOT NULL,
    sending_until TEXT,
    refused INTEGER NOT NULL DEFAULT 0 CHECK (refused IN (0, 1))
) STRICT;

CREATE INDEX notice_by_member ON notice (member);
