-- SPDX-License-Identifier: GPL-3.0-or-later

-- What was handed on, so that what comes back can be held against it.
--
-- document: which takes and clips, and what was removed of them, as JSON. It stands
-- before the numbers, so that no row looks like one of a mark when a file is repaired.
CREATE TABLE export (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL,
  loop INTEGER NOT NULL REFERENCES loop (rowid) ON DELETE CASCADE,
  created_at_us INTEGER NOT NULL,
  blind INTEGER NOT NULL CHECK (blind IN (0, 1))
) STRICT;
CREATE INDEX export_by_loop ON export (loop);
