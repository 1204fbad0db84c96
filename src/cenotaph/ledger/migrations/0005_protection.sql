-- The key that makes a ledger's pseudonyms. It never leaves the ledger: whoever has an export cannot undo them.
CREATE TABLE protection (
  seq INTEGER PRIMARY KEY,
  key BLOB NOT NULL
) STRICT;
