-- Loops, what was answered in them, and the sound of it.
--
-- Rowids stay inside; what is seen outside has a UUID. Wall-clock times are
-- microseconds since 1970 in UTC, 0 for "not yet". States are written out, so
-- that a library can be read without the program.

-- Each pack that a loop was planned from, once.
CREATE TABLE pack (
  rowid INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  bytes BLOB NOT NULL
) STRICT;

-- session: the running session's snapshot as JSON.
-- purging: it was deleted for good; what is left of it goes slice by slice.
CREATE TABLE loop (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  pack_id TEXT NOT NULL,
  pack_hash TEXT NOT NULL REFERENCES pack (hash),
  level TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('whole', 'round', 'drill')),
  target TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('onsite', 'practice')),
  seed INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'finished')),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  created_at_us INTEGER NOT NULL,
  finished_at_us INTEGER NOT NULL,
  deleted_at_us INTEGER NOT NULL,
  purging INTEGER NOT NULL DEFAULT 0 CHECK (purging IN (0, 1)),
  session TEXT
) STRICT;
CREATE INDEX loop_by_time ON loop (created_at_us, id) WHERE deleted_at_us = 0;
CREATE INDEX loop_by_pack ON loop (pack_id);
CREATE INDEX loop_by_pack_hash ON loop (pack_hash);
CREATE INDEX loop_in_bin ON loop (deleted_at_us) WHERE deleted_at_us > 0;
CREATE INDEX loop_to_purge ON loop (id) WHERE purging = 1;

CREATE TABLE round (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  loop INTEGER NOT NULL REFERENCES loop (rowid) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  interviewer TEXT NOT NULL,
  bar_raiser INTEGER NOT NULL CHECK (bar_raiser IN (0, 1)),
  voice INTEGER NOT NULL,
  seconds INTEGER NOT NULL,
  started_at_us INTEGER NOT NULL,
  ended_at_us INTEGER NOT NULL,
  ended_early INTEGER NOT NULL CHECK (ended_early IN (0, 1)),
  interruptions INTEGER NOT NULL,
  vote TEXT,
  UNIQUE (loop, ordinal)
) STRICT;

CREATE TABLE round_principle (
  round INTEGER NOT NULL REFERENCES round (rowid) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  principle TEXT NOT NULL,
  PRIMARY KEY (round, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  round INTEGER NOT NULL REFERENCES round (rowid) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  question TEXT NOT NULL,
  skipped INTEGER NOT NULL CHECK (skipped IN (0, 1)),
  story TEXT NOT NULL,
  note TEXT NOT NULL,
  UNIQUE (round, ordinal)
) STRICT;
CREATE INDEX answer_by_story ON answer (story) WHERE story <> '';

CREATE TABLE take (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  answer INTEGER NOT NULL REFERENCES answer (rowid) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  created_at_us INTEGER NOT NULL,
  UNIQUE (answer, ordinal)
) STRICT;

CREATE TABLE turn (
  take INTEGER NOT NULL REFERENCES take (rowid) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  prompt TEXT NOT NULL,
  PRIMARY KEY (take, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE rating (
  take INTEGER NOT NULL REFERENCES take (rowid) ON DELETE CASCADE,
  dimension TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
  PRIMARY KEY (take, dimension)
) STRICT, WITHOUT ROWID;

-- pack_hash: the pack that the target is an id of.
CREATE TABLE evidence (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  take INTEGER NOT NULL REFERENCES take (rowid) ON DELETE CASCADE,
  pack_hash TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('principle', 'checklist')),
  target TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('asked', 'claimed', 'heard', 'coach')),
  turn INTEGER NOT NULL,
  from_ms INTEGER NOT NULL,
  to_ms INTEGER NOT NULL,
  strength REAL NOT NULL CHECK (strength BETWEEN 0 AND 1)
) STRICT;
CREATE INDEX evidence_by_take ON evidence (take, source);

-- A clip names its take by UUID and without a foreign key: sound that was
-- captured is kept even where the change that adds its take is refused.
CREATE TABLE clip (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  take TEXT NOT NULL,
  turn INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('recording', 'complete', 'recovered')),
  created_at_us INTEGER NOT NULL,
  n_samples INTEGER NOT NULL,
  pre_skip_samples INTEGER NOT NULL,
  opus_head BLOB NOT NULL
) STRICT;
CREATE INDEX clip_by_take ON clip (take, turn, n_samples);
CREATE INDEX clip_recording ON clip (id) WHERE state = 'recording';

CREATE TABLE segment (
  clip INTEGER NOT NULL REFERENCES clip (rowid) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  start_samples INTEGER NOT NULL,
  n_samples INTEGER NOT NULL,
  gap_us INTEGER NOT NULL,
  PRIMARY KEY (clip, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE mark (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  clip INTEGER NOT NULL REFERENCES clip (rowid) ON DELETE CASCADE,
  from_ms INTEGER NOT NULL,
  to_ms INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX mark_by_clip ON mark (clip, from_ms);

-- The rowid is the clip's rowid << 24 | the place in the clip, which keeps a
-- clip's rows side by side and writes half as much as a key of two columns.
-- start_samples grows with the place.
CREATE TABLE chunk (
  rowid INTEGER PRIMARY KEY,
  segment INTEGER NOT NULL,
  start_samples INTEGER NOT NULL,
  n_samples INTEGER NOT NULL,
  packets BLOB NOT NULL
) STRICT;

-- Same rowids. Apart from the chunks, because a waveform is drawn without them.
CREATE TABLE peak (
  rowid INTEGER PRIMARY KEY,
  peaks BLOB NOT NULL
) STRICT;
