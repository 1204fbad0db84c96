-- Each standing claim as figures are made of it: on whose word, of which testimony, of which attack. Worked out from the
-- claims and their traces; whoever empties these tables loses only time. `number` is the order of reading; `side` and
-- `place` are in small letters without accents; `first` and `last` are the claim's dates, else its report's; `body` is
-- a MessagePack of the statement, `joined` of why it belongs to its attack; `judgement` is the last one on the claim.
CREATE TABLE standing (
  number INTEGER PRIMARY KEY,
  claim TEXT NOT NULL UNIQUE,
  report TEXT NOT NULL,
  side TEXT,
  harm TEXT NOT NULL,
  role TEXT NOT NULL,
  scope TEXT NOT NULL,
  stance TEXT NOT NULL,
  place TEXT,
  place_key TEXT,
  first TEXT,
  last TEXT,
  claimant TEXT NOT NULL,
  testimony TEXT NOT NULL,
  incident TEXT,
  body BLOB NOT NULL,
  joined BLOB
) STRICT;
CREATE INDEX standing_side ON standing (side, harm, scope, last);
CREATE INDEX standing_place ON standing (place);
CREATE INDEX standing_place_key ON standing (place_key);
CREATE INDEX standing_report ON standing (report);
CREATE INDEX standing_testimony ON standing (testimony);
CREATE INDEX standing_incident ON standing (incident, number) WHERE incident IS NOT NULL;

-- The attacks: from the first day to the last (days since the year 1), how exactly these and the place are told, and
-- whether nothing may join the attack since its first claim fits several.
CREATE TABLE incident (
  id TEXT PRIMARY KEY,
  first_day INTEGER,
  last_day INTEGER,
  inferred INTEGER,
  span INTEGER,
  place TEXT,
  place_key TEXT,
  exactness INTEGER,
  pending INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Where attacks are looked up: by their place ("at ..."), by the divisions that hold it ("in ..."), by its square of the map
-- ("on ..."), each from the first day to the last; and by the names of victims ("of ...", on no day). Rows of days that
-- were narrowed since stay, and do no harm.
CREATE TABLE incident_key (
  word TEXT NOT NULL,
  day INTEGER NOT NULL,
  incident TEXT NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (word, day, incident)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_key_incident ON incident_key (incident);

-- Up to where it is worked out: the last finding, judgement and run of tracing that were heeded, by which rules and profile.
CREATE TABLE standing_done (
  finding INTEGER NOT NULL,
  judgement INTEGER NOT NULL,
  run INTEGER NOT NULL,
  rules TEXT NOT NULL
) STRICT;

-- What has gone since is found by what took its place.
CREATE INDEX finding_superseded ON finding (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX report_superseded ON report (superseded_by) WHERE superseded_by IS NOT NULL;
