-- SPDX-License-Identifier: GPL-3.0-or-later

-- What coaches sent back, in the newest revision of each. Times are those of the
-- recordings.
--
-- export: the id of what the coach listened to. merged_at_us: when this revision came in.
CREATE TABLE review (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  loop INTEGER NOT NULL REFERENCES loop (rowid) ON DELETE CASCADE,
  export TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  coach TEXT NOT NULL,
  summary TEXT NOT NULL,
  vote TEXT,
  merged_at_us INTEGER NOT NULL
) STRICT;
CREATE INDEX review_by_loop ON review (loop);

CREATE TABLE review_rating (
  review INTEGER NOT NULL REFERENCES review (rowid) ON DELETE CASCADE,
  take INTEGER NOT NULL REFERENCES take (rowid) ON DELETE CASCADE,
  dimension TEXT NOT NULL,
  score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
  PRIMARY KEY (review, take, dimension)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_rating_by_take ON review_rating (take);

-- Ids are of the coach's making, and each review's own.
CREATE TABLE review_comment (
  rowid INTEGER PRIMARY KEY,
  review INTEGER NOT NULL REFERENCES review (rowid) ON DELETE CASCADE,
  id TEXT NOT NULL,
  clip INTEGER NOT NULL REFERENCES clip (rowid) ON DELETE CASCADE,
  from_ms INTEGER NOT NULL,
  to_ms INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (review, id)
) STRICT;
CREATE INDEX review_comment_by_clip ON review_comment (clip, from_ms);

-- What the candidate made of a comment. Not tied to its row, so that it stays when a
-- newer revision takes the comment's place, or leaves it out.
CREATE TABLE review_reply (
  review INTEGER NOT NULL REFERENCES review (rowid) ON DELETE CASCADE,
  comment TEXT NOT NULL,
  done INTEGER NOT NULL CHECK (done IN (0, 1)),
  text TEXT NOT NULL,
  PRIMARY KEY (review, comment)
) STRICT, WITHOUT ROWID;

-- Which review brought it, if one did.
ALTER TABLE evidence ADD COLUMN review INTEGER REFERENCES review (rowid) ON DELETE CASCADE;
CREATE INDEX evidence_by_review ON evidence (review) WHERE review IS NOT NULL;
