-- What people decided, oldest first. Nothing here is changed or deleted: an undoing is a row that names what it undoes.
-- `fields` is a JSON list of pairs, a field's name and its new value as JSON; `seen` the digest of what the person saw.
CREATE TABLE judgement (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  subject TEXT NOT NULL,
  one TEXT NOT NULL,
  other TEXT,
  verdict TEXT NOT NULL,
  fields TEXT NOT NULL,
  reason TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL,
  seen TEXT,
  undoes TEXT,
  report TEXT
) STRICT;
CREATE INDEX judgement_one ON judgement (one);
CREATE INDEX judgement_other ON judgement (other);
CREATE INDEX judgement_report ON judgement (report);

-- A judgement adds a row: the claim as it stands after it. The row before says in `superseded_by` which judgement that
-- was; `verdict` is what people made of the claim, `changes` what was found in the fields that they corrected.
ALTER TABLE claim ADD COLUMN verdict TEXT;
ALTER TABLE claim ADD COLUMN changes TEXT;
ALTER TABLE claim ADD COLUMN judgement INTEGER;
ALTER TABLE claim ADD COLUMN superseded_by INTEGER;
CREATE INDEX claim_verdict ON claim (verdict) WHERE verdict IS NOT NULL;
ALTER TABLE handling ADD COLUMN verdict TEXT;
ALTER TABLE handling ADD COLUMN changes TEXT;
ALTER TABLE handling ADD COLUMN judgement INTEGER;
ALTER TABLE handling ADD COLUMN superseded_by INTEGER;
CREATE INDEX handling_verdict ON handling (verdict) WHERE verdict IS NOT NULL;
