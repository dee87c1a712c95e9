-- Step 2: finding and counting without reading every article.

-- The words of titles and texts: case and accents folded. Articles are put in
-- by the import that adds them, see storage/indexing.go.
CREATE VIRTUAL TABLE article_words USING fts5 (
    title, text, content = 'articles', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '3'
);

-- What stands in scripts without spaces between words, as overlapping pairs of
-- characters. Only articles with such scripts are in it.
CREATE VIRTUAL TABLE article_pairs USING fts5 (
    pairs, content = '', columnsize = 0, tokenize = 'ascii'
);

-- How many articles there are, and how many characters they hold. One row.
CREATE TABLE totals (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    articles   INTEGER NOT NULL CHECK (articles >= 0),
    characters INTEGER NOT NULL CHECK (characters >= 0)
) STRICT;

CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
    UPDATE totals SET articles = articles + 1, characters = characters + new.length;
END;

-- How many articles an author has with which status; those not begun are in
-- none.
CREATE TABLE tallies (
    author_id INTEGER NOT NULL REFERENCES authors (id),
    status    TEXT NOT NULL,
    layers    INTEGER NOT NULL CHECK (layers >= 0),
    PRIMARY KEY (author_id, status)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER layers_added AFTER INSERT ON layers BEGIN
    INSERT INTO tallies (author_id, status, layers) VALUES (new.author_id, new.status, 1)
        ON CONFLICT (author_id, status) DO UPDATE SET layers = tallies.layers + 1;
END;

CREATE TRIGGER layers_moved AFTER UPDATE OF status ON layers WHEN old.status <> new.status BEGIN
    UPDATE tallies SET layers = layers - 1 WHERE author_id = old.author_id AND status = old.status;
    INSERT INTO tallies (author_id, status, layers) VALUES (new.author_id, new.status, 1)
        ON CONFLICT (author_id, status) DO UPDATE SET layers = tallies.layers + 1;
END;

-- Whoever's layer has a status, in the order of articles.
CREATE INDEX layers_by_article ON layers (status, article_id);

INSERT INTO totals (id, articles, characters) SELECT 1, count(*), coalesce(sum(length), 0) FROM articles;
INSERT INTO tallies (author_id, status, layers) SELECT author_id, status, count(*) FROM layers GROUP BY author_id, status;
INSERT INTO article_words (article_words) VALUES ('rebuild');
INSERT INTO article_pairs (rowid, pairs) SELECT id, found FROM (SELECT id, spaceless_pairs(title, text) AS found FROM articles) WHERE found <> '';
