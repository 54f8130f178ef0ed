-- SPDX-License-Identifier: GPL-3.0-or-later

-- Which comment of which review a take was given in answer to, if it was to one. Not tied
-- to the comment's row, so that it stays when a newer revision takes the comment's place.
-- The number stands before the text, so that no row looks like one of a mark when a file
-- is repaired.
ALTER TABLE take ADD COLUMN review INTEGER REFERENCES review (rowid) ON DELETE SET NULL;
ALTER TABLE take ADD COLUMN comment TEXT;
CREATE INDEX take_by_review ON take (review) WHERE review IS NOT NULL;
