-- What a turn answers, and when a curveball is thrown into the main answer.
--
-- What was asked again after an interruption has the prompt of the question,
-- which is each take's first turn.
ALTER TABLE turn ADD COLUMN kind TEXT NOT NULL DEFAULT 'question'
  CHECK (kind IN ('question', 'follow-up', 'curveball'));
UPDATE turn SET kind = 'follow-up'
WHERE prompt <> (SELECT prompt FROM turn AS first WHERE first.take = turn.take AND first.ordinal = 0);

-- How long the main answer goes on before the curveball, 0 if none was planned.
ALTER TABLE answer ADD COLUMN curveball_ms INTEGER NOT NULL DEFAULT 0;
