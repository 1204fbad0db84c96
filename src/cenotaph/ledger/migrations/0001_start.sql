-- The bytes of each report as they were found. `packing` says how `body` holds them: 'plain' or 'zlib'.
CREATE TABLE raw (
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  packing TEXT NOT NULL CHECK (packing IN ('plain', 'zlib')),
  body BLOB NOT NULL
) STRICT;

-- One report as a reader made it from its bytes. A reader that reads the same bytes otherwise adds a row and
-- supersedes the old one. `offsets` is the map from the text to the raw bytes (MessagePack of an OffsetMap).
CREATE TABLE report (
  seq INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  published TEXT,
  outlet TEXT,
  title TEXT,
  url TEXT,
  raw TEXT NOT NULL REFERENCES raw (sha256),
  source TEXT NOT NULL,
  media_type TEXT NOT NULL,
  encoding TEXT,
  reader TEXT NOT NULL,
  offsets BLOB NOT NULL,
  superseded_by INTEGER REFERENCES report (seq)
) STRICT;
CREATE INDEX report_id ON report (id);
CREATE INDEX report_raw ON report (raw);

-- One finder's work on one report, also where it found nothing. The newest stands; older ones are superseded.
CREATE TABLE finding (
  seq INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report (seq),
  finder TEXT NOT NULL,
  superseded_by INTEGER REFERENCES finding (seq)
) STRICT;
CREATE UNIQUE INDEX finding_standing ON finding (report) WHERE superseded_by IS NULL;

-- Columns are the codebook's fields; names, sources, rules and evidence are JSON lists. `origin` is the first source.
CREATE TABLE claim (
  finding INTEGER NOT NULL REFERENCES finding (seq),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  report TEXT NOT NULL,
  quantity_text TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  harm TEXT NOT NULL,
  low INTEGER,
  high INTEGER,
  approx INTEGER NOT NULL,
  side TEXT,
  role TEXT NOT NULL,
  victims_text TEXT,
  names TEXT NOT NULL,
  place TEXT,
  scope TEXT NOT NULL,
  "from" TEXT,
  until TEXT,
  sources TEXT NOT NULL,
  stance TEXT NOT NULL,
  rules TEXT NOT NULL,
  part_of TEXT,
  evidence TEXT NOT NULL,
  place_key TEXT,
  sentence_start INTEGER,
  sentence_end INTEGER,
  origin TEXT,
  PRIMARY KEY (finding, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_id ON claim (id);
CREATE INDEX claim_side ON claim (side COLLATE NOCASE, harm);
CREATE INDEX claim_place ON claim (place COLLATE NOCASE);
CREATE INDEX claim_place_key ON claim (place_key);
CREATE INDEX claim_origin ON claim (origin COLLATE NOCASE);
CREATE INDEX claim_until ON claim (until);

-- What the gazetteer knows of the places that claims name in `place_key`. Degrees are WGS 84.
CREATE TABLE place (
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT,
  lat REAL NOT NULL,
  lon REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE handling (
  finding INTEGER NOT NULL REFERENCES finding (seq),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  report TEXT NOT NULL,
  quote TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  cargo TEXT NOT NULL,
  action TEXT NOT NULL,
  facility TEXT,
  place TEXT,
  from_place TEXT,
  to_place TEXT,
  means TEXT NOT NULL,
  sources TEXT NOT NULL,
  stance TEXT NOT NULL,
  rules TEXT NOT NULL,
  sentence_start INTEGER,
  sentence_end INTEGER,
  origin TEXT,
  PRIMARY KEY (finding, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX handling_id ON handling (id);

-- What could not be read (finding is null) or decided. A reading problem stands until its source is read without it.
CREATE TABLE problem (
  seq INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  "where" TEXT NOT NULL,
  report TEXT,
  span_start INTEGER,
  span_end INTEGER,
  finding INTEGER REFERENCES finding (seq),
  stands INTEGER NOT NULL DEFAULT 1 CHECK (stands IN (0, 1))
) STRICT;
CREATE INDEX problem_key ON problem (key) WHERE finding IS NULL;
CREATE INDEX problem_finding ON problem (finding) WHERE finding IS NOT NULL;
