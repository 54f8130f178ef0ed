-- SPDX-License-Identifier: GPL-3.0-or-later

-- What was measured of a clip while it was recorded. A clip has none that was
-- recorded before, or that a crash cut off.
--
-- loudness_lufs: NULL where nothing is loud enough to be measured.
CREATE TABLE receipt (
  clip INTEGER PRIMARY KEY REFERENCES clip (rowid) ON DELETE CASCADE,
  device TEXT NOT NULL CHECK (device IN
    ('unknown', 'built-in', 'usb', 'headset', 'bluetooth', 'other', 'several')),
  processing TEXT NOT NULL CHECK (processing IN ('none', 'cleaned')),
  peak_dbfs REAL NOT NULL,
  loudness_lufs REAL,
  noise_floor_dbfs REAL NOT NULL,
  silent_share REAL NOT NULL CHECK (silent_share BETWEEN 0 AND 1),
  speech_ms INTEGER NOT NULL,
  clipped_samples INTEGER NOT NULL,
  gaps INTEGER NOT NULL,
  gap_us INTEGER NOT NULL,
  captured_samples INTEGER NOT NULL,
  kept_samples INTEGER NOT NULL
) STRICT;
