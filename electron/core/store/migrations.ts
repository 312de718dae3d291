import type { Migration } from './migrate.ts';

/**
 * The tables, as steps that are never changed once they were released: a new one is added at the end.
 *
 * `cases` is kept narrow, so that lists and searches read little; the draft itself stands beside it. Facts of a draft
 * (title to `evidence_items`) are written with each edit and are never the only place of anything.
 */
export const migrations: readonly Migration[] = [
  (database) =>
    database.exec(`
      CREATE TABLE cases (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        revision INTEGER NOT NULL,
        title TEXT NOT NULL,
        stage TEXT,
        issues TEXT NOT NULL CHECK (json_valid(issues)),
        claimant TEXT NOT NULL,
        merchant TEXT NOT NULL,
        sum INTEGER NOT NULL,
        evidence_items INTEGER NOT NULL,
        errors INTEGER NOT NULL DEFAULT 0,
        warnings INTEGER NOT NULL DEFAULT 0,
        hints INTEGER NOT NULL DEFAULT 0,
        next_deadline_clock TEXT,
        next_deadline_name TEXT,
        next_deadline_day TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        archived_at TEXT,
        removed_at TEXT,
        sample TEXT,
        is_indexed INTEGER NOT NULL DEFAULT 0,
        shelf TEXT NOT NULL GENERATED ALWAYS AS (
          CASE WHEN removed_at IS NOT NULL THEN 'removed' WHEN archived_at IS NOT NULL THEN 'archived' ELSE 'open' END
        ) VIRTUAL
      ) STRICT;
      -- One for each order of the list, so that a page is read without sorting all cases.
      CREATE INDEX cases_by_update ON cases (shelf, updated_at DESC, number DESC);
      CREATE INDEX cases_by_deadline ON cases (
        shelf, next_deadline_day IS NULL, next_deadline_day, updated_at DESC, number DESC);
      CREATE INDEX cases_by_sum ON cases (shelf, sum DESC, updated_at DESC, number DESC);
      CREATE INDEX cases_by_title ON cases (shelf, title, updated_at DESC, number DESC);
      CREATE INDEX cases_by_merchant ON cases (merchant) WHERE removed_at IS NULL;
      CREATE INDEX cases_by_sample ON cases (sample) WHERE sample IS NOT NULL;
      CREATE INDEX cases_to_index ON cases (number) WHERE is_indexed = 0;

      CREATE TABLE drafts (
        case_number INTEGER PRIMARY KEY REFERENCES cases (number) ON DELETE CASCADE,
        draft TEXT NOT NULL CHECK (json_valid(draft)),
        -- What search looks through: [item, where, text] each.
        texts TEXT NOT NULL CHECK (json_valid(texts))
      ) STRICT;

      -- One entry of the undo menu each; those that are undone wait for redo.
      CREATE TABLE history (
        case_number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE,
        sequence INTEGER NOT NULL,
        label TEXT NOT NULL,
        forward TEXT NOT NULL CHECK (json_valid(forward)),
        inverse TEXT NOT NULL CHECK (json_valid(inverse)),
        size INTEGER NOT NULL,
        is_undone INTEGER NOT NULL DEFAULT 0,
        at TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX history_by_sequence ON history (case_number, sequence, size);
      CREATE INDEX history_undone ON history (case_number, sequence) WHERE is_undone = 1;

      -- What each revision touched, undoing and redoing included: tells whether an edit on an older one still fits.
      CREATE TABLE revisions (
        case_number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE,
        revision INTEGER NOT NULL,
        touched TEXT NOT NULL CHECK (json_valid(touched))
      ) STRICT;
      CREATE UNIQUE INDEX revisions_by_number ON revisions (case_number, revision);

      CREATE TABLE case_files (
        case_number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE,
        path TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        row TEXT NOT NULL CHECK (json_valid(row))
      ) STRICT;
      CREATE UNIQUE INDEX case_files_by_path ON case_files (case_number, path);
      CREATE INDEX case_files_by_hash ON case_files (sha256);

      CREATE TABLE settings (name TEXT NOT NULL UNIQUE, value TEXT NOT NULL CHECK (json_valid(value))) STRICT;
      CREATE TABLE waiting_texts (key TEXT NOT NULL UNIQUE, text TEXT NOT NULL) STRICT;

      -- Pairs of neighbouring characters (search-words.ts); rowid is the number of the case.
      CREATE VIRTUAL TABLE search USING fts5(
        pairs, content='', contentless_delete=1, tokenize='ascii', prefix='4');
    `),

  (database) =>
    database.exec(`
      -- What was taken in, line by line (integrity/intake-log.ts). Nothing changes a line or takes one out but the end of
      -- its whole case.
      CREATE TABLE intake_log (
        case_number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        line TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX intake_log_by_place ON intake_log (case_number, place);
      CREATE TRIGGER intake_log_is_not_changed BEFORE UPDATE ON intake_log
      BEGIN SELECT RAISE(ABORT, 'the intake log is only added to'); END;
      CREATE TRIGGER intake_log_is_kept BEFORE DELETE ON intake_log
      WHEN EXISTS (SELECT 1 FROM cases WHERE number = OLD.case_number)
      BEGIN SELECT RAISE(ABORT, 'the intake log is only added to'); END;

      -- Kinds that could not be printed when they were taken in, and now can.
      UPDATE case_files SET row = json_remove(row, '$.problem') WHERE row ->> '$.problem' LIKE '暂不支持%';
      UPDATE case_files SET row = json_set(row, '$.kind', 'recording')
      WHERE row ->> '$.kind' = 'other' AND (row ->> '$.mime' LIKE 'video/%' OR row ->> '$.mime' LIKE 'audio/%');
      UPDATE case_files SET row = json_set(row, '$.kind', 'picture')
      WHERE row ->> '$.kind' = 'other' AND row ->> '$.mime' LIKE 'image/%';
    `),

  (database) =>
    database.exec(`
      -- Time stamps for the originals of a case (RFC 3161): what is stamped, the request, and the reply once there is one.
      CREATE TABLE timestamps (
        place INTEGER PRIMARY KEY AUTOINCREMENT,
        case_number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE,
        id TEXT NOT NULL UNIQUE,
        asked_at TEXT NOT NULL,
        list TEXT NOT NULL,
        request BLOB NOT NULL,
        reply BLOB
      ) STRICT;
      CREATE INDEX timestamps_by_case ON timestamps (case_number);
    `),
];
