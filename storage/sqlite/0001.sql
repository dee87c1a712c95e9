-- Step 1: a project. The header's application_id says that the file is one, its
-- user_version is the number of the last step.
--
-- Offsets count Unicode code points, ends are exclusive. Times (…_ms) are
-- milliseconds since 1970 in UTC. A uid is a lower-case UUID: it names a thing
-- on every laptop, where an id names it in this file only. Nothing is ever
-- deleted: what was taken away has deleted = 1.

CREATE TABLE meta (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- What is marked, as JSON. The last revision holds, the others are its history.
CREATE TABLE schemes (
    revision INTEGER PRIMARY KEY,
    at_ms    INTEGER NOT NULL,
    body     TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

-- A text never changes. The ids ascend in the order of import.
CREATE TABLE articles (
    id       INTEGER PRIMARY KEY,
    uid      TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    sha256   BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
    title    TEXT NOT NULL,
    meta     TEXT NOT NULL CHECK (json_valid(meta)),
    length   INTEGER NOT NULL CHECK (length >= 0),
    added_ms INTEGER NOT NULL,
    text     TEXT NOT NULL
) STRICT;

CREATE TABLE authors (
    id   INTEGER PRIMARY KEY,
    uid  TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'import', 'suggester', 'curator'))
) STRICT;

CREATE INDEX authors_by_name ON authors (name, kind);

-- One author's work on one article. Status and counts are kept in step with
-- the tables below by every edit; head is the hash of its last edit.
CREATE TABLE layers (
    id         INTEGER PRIMARY KEY,
    uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    article_id INTEGER NOT NULL REFERENCES articles (id),
    author_id  INTEGER NOT NULL REFERENCES authors (id),
    status     TEXT NOT NULL CHECK (status IN ('new', 'started', 'done', 'skipped', 'flagged')),
    spans      INTEGER NOT NULL CHECK (spans >= 0),
    links      INTEGER NOT NULL CHECK (links >= 0),
    edits      INTEGER NOT NULL CHECK (edits >= 0),
    changed_ms INTEGER NOT NULL,
    head       BLOB NOT NULL CHECK (length(head) = 32),
    UNIQUE (article_id, author_id)
) STRICT;

CREATE INDEX layers_by_status ON layers (author_id, status, article_id);

-- gaps is a JSON list of [start, end], attrs a JSON object of texts.
CREATE TABLE spans (
    id        INTEGER PRIMARY KEY,
    uid       TEXT NOT NULL CHECK (length(uid) = 36),
    layer_id  INTEGER NOT NULL REFERENCES layers (id),
    start_off INTEGER NOT NULL CHECK (start_off >= 0),
    end_off   INTEGER NOT NULL CHECK (end_off > start_off),
    label     TEXT NOT NULL CHECK (label <> ''),
    gaps      TEXT NOT NULL CHECK (json_valid(gaps)),
    attrs     TEXT NOT NULL CHECK (json_valid(attrs)),
    note      TEXT NOT NULL,
    source    TEXT NOT NULL,
    deleted   INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    UNIQUE (layer_id, uid)
) STRICT;

CREATE TABLE links (
    id       INTEGER PRIMARY KEY,
    uid      TEXT NOT NULL CHECK (length(uid) = 36),
    layer_id INTEGER NOT NULL REFERENCES layers (id),
    kind     TEXT NOT NULL CHECK (kind <> ''),
    from_uid TEXT NOT NULL,
    to_uid   TEXT NOT NULL,
    note     TEXT NOT NULL,
    source   TEXT NOT NULL,
    deleted  INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    UNIQUE (layer_id, uid),
    FOREIGN KEY (layer_id, from_uid) REFERENCES spans (layer_id, uid),
    FOREIGN KEY (layer_id, to_uid) REFERENCES spans (layer_id, uid)
) STRICT;

-- What a layer says of the article as a whole: status, note, scheme's values.
CREATE TABLE layer_values (
    id       INTEGER PRIMARY KEY,
    layer_id INTEGER NOT NULL REFERENCES layers (id),
    name     TEXT NOT NULL CHECK (name <> ''),
    text     TEXT NOT NULL,
    deleted  INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    UNIQUE (layer_id, name)
) STRICT;

-- Every edit that was ever made, done, undone and redone. body is the edit as
-- JSON. hash is the SHA-256 over prev_hash and the row, see storage/history.go;
-- prev_hash is the hash of the layer's edit before it.
CREATE TABLE edits (
    seq       INTEGER PRIMARY KEY,
    uid       TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    layer_id  INTEGER NOT NULL REFERENCES layers (id),
    author_id INTEGER NOT NULL REFERENCES authors (id),
    at_ms     INTEGER NOT NULL,
    move      TEXT NOT NULL CHECK (move IN ('do', 'undo', 'redo')),
    name      TEXT NOT NULL,
    body      TEXT NOT NULL CHECK (json_valid(body)),
    prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
    hash      BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX edits_of_layer ON edits (layer_id, seq);
