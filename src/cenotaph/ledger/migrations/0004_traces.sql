-- What tracing worked out from the reports: it is no evidence, and is made anew when the way of tracing changes.
-- `body` is a MessagePack of the value that `kind` stands for; `name` is mostly a report's id.
CREATE TABLE trace_kept (
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;

-- The codebook's echo rows, in the order of finding; `a` came first.
CREATE TABLE trace_echo (
  seq INTEGER PRIMARY KEY,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  relation TEXT NOT NULL,
  kind TEXT NOT NULL,
  a_start INTEGER NOT NULL,
  a_end INTEGER NOT NULL,
  b_start INTEGER NOT NULL,
  b_end INTEGER NOT NULL,
  score REAL NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX trace_echo_a ON trace_echo (a);
CREATE INDEX trace_echo_b ON trace_echo (b);

-- Each standing claim with the key of its origin and the way there (MessagePack), its testimony, and the group of claims
-- that tell the same on whatever word. `run` is the run of tracing in which origin or testimony changed last.
CREATE TABLE trace_claim (
  claim TEXT PRIMARY KEY,
  report TEXT NOT NULL,
  number INTEGER NOT NULL,
  place INTEGER NOT NULL,
  origin TEXT NOT NULL,
  way BLOB NOT NULL,
  testimony TEXT NOT NULL,
  thing TEXT NOT NULL,
  run INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX trace_claim_report ON trace_claim (report);
CREATE INDEX trace_claim_testimony ON trace_claim (testimony);
CREATE INDEX trace_claim_thing ON trace_claim (thing);
CREATE INDEX trace_claim_run ON trace_claim (run);
CREATE INDEX trace_claim_origin ON trace_claim (origin);
