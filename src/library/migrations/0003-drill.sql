-- SPDX-License-Identifier: GPL-3.0-or-later

-- What the target of a drill is an id of. Up to here that was for the reader to
-- find out; here each loop's own pack tells, unless nobody can read it.
ALTER TABLE loop ADD COLUMN drill TEXT NOT NULL DEFAULT 'none'
  CHECK (drill IN ('none', 'category', 'principle', 'checklist', 'gaps'));

UPDATE loop SET drill = 'gaps' WHERE kind = 'drill' AND target = '';

UPDATE loop SET drill = coalesce (
  (SELECT CASE
     WHEN loop.target IN (SELECT value ->> 'id' FROM json_each (text, '$.principles')
                         WHERE type = 'object')
       THEN 'principle'
     WHEN loop.target IN (SELECT value ->> 'id' FROM json_each (text, '$.categories')
                         WHERE type = 'object')
       THEN 'category'
     WHEN loop.target IN (SELECT value ->> 'id' FROM json_each (text, '$.checklist')
                         WHERE type = 'object')
       THEN 'checklist'
   END
   FROM (SELECT CAST (bytes AS TEXT) AS text FROM pack WHERE hash = loop.pack_hash)
   WHERE json_valid (text)), 'none')
WHERE kind = 'drill' AND target <> '';
