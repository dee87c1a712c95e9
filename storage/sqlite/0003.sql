-- Step 3: a hash of what no other hash covers: the titles and metadata of
-- articles, the names of authors, the schemes. A changed one is noticed. What
-- the hash is of, storage/seal.go says.
CREATE TABLE seals (
    what TEXT NOT NULL CHECK (what IN ('article', 'author', 'scheme')),
    id   INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (what, id)
) STRICT, WITHOUT ROWID;

INSERT INTO seals (what, id, hash) SELECT 'article', id, seal(uid, title, meta) FROM articles;
INSERT INTO seals (what, id, hash) SELECT 'author', id, seal(uid, name, kind) FROM authors;
INSERT INTO seals (what, id, hash) SELECT 'scheme', revision, seal(body) FROM schemes;
