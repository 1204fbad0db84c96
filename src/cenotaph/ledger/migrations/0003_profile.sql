-- The profile of the dossier as TOML, by whom it was set, when and why. A newer one supersedes it and changes no claim.
CREATE TABLE profile (
  seq INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  reason TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL,
  superseded_by INTEGER
) STRICT;
