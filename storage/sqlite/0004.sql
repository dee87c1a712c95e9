-- Step 4: the sets for training, development and test that articles belong to,
-- kept so that an article stays in its set. rule is how they were made, as JSON.
-- The last split holds, the others are its history; one without members says
-- that there are no sets any more.
CREATE TABLE splits (
    id    INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    rule  TEXT NOT NULL CHECK (json_valid(rule))
) STRICT;

CREATE TABLE members (
    split_id   INTEGER NOT NULL REFERENCES splits (id),
    article_id INTEGER NOT NULL REFERENCES articles (id),
    name       TEXT NOT NULL CHECK (name <> ''),
    PRIMARY KEY (split_id, article_id)
) STRICT, WITHOUT ROWID;
