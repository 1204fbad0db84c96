-- Everything that changed this ledger, in order: a chain in which each entry's hash covers the entry and the hash before
-- it. `at` is a time in UTC; `body` is canonical JSON (keys in order, no blanks); `hash` is 64 hexadecimal digits.
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

-- The database itself refuses to change or delete what was filed.
KEEP journal;
KEEP raw;
KEEP report SET ONCE superseded_by;
KEEP finding SET ONCE superseded_by;
KEEP claim SET ONCE superseded_by;
KEEP handling SET ONCE superseded_by;
KEEP judgement;
KEEP place;
KEEP profile SET ONCE superseded_by;
KEEP problem SET stands;
