-- What stands beside the records: accounts, sessions, journal, settings, imports, reports.

-- Reference table: an account belongs to a region (county, city or province), so it is not county-owned.
create table account (
  id uuid primary key,
  login text not null unique,
  name text not null,
  region text not null,
  roles text[] not null,
  agency uuid,
  password text not null,
  disabled boolean not null default false,
  created_at timestamptz(3) not null
);

create table session (
  token_hash text primary key,
  account uuid not null references account (id),
  created_at timestamptz(3) not null,
  seen_at timestamptz(3) not null
);
create index on session (account);

create table journal (
  county text not null,
  id uuid not null,
  batch uuid,
  kind text not null,
  subject_kind text,
  subject_id uuid,
  at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  by uuid not null,
  device text,
  body jsonb not null,
  mac bytea not null,
  primary key (county, id)
);
create index on journal (county, subject_kind, subject_id, recorded_at, id);
create index on journal (county, recorded_at, id);

-- Committed rows that have no place in the tree yet; the sealer empties it.
create table journal_waiting (
  county text not null,
  id uuid not null,
  primary key (county, id)
);

create table journal_leaf (
  county text not null,
  seq bigint not null,
  id uuid not null,
  leaf bytea not null,
  primary key (county, seq),
  unique (county, id)
);

create table tree_head (
  county text not null,
  size bigint not null,
  root bytea not null,
  at timestamptz(3) not null,
  key_id text not null,
  signature text not null,
  frontier bytea[] not null,
  primary key (county, size)
);

-- Next running number of a kind in a year.
create table counter (
  county text not null,
  kind text not null,
  year integer not null,
  next integer not null,
  primary key (county, kind, year)
);

create table setting (
  county text not null,
  name text not null,
  value jsonb not null,
  updated_at timestamptz(3) not null,
  primary key (county, name)
);

create table import_job (
  county text not null,
  id uuid not null,
  account uuid not null,
  file_name text not null,
  file_hash text not null,
  status text not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  state jsonb not null,
  primary key (county, id)
);
create index on import_job (county, file_hash);

-- Which record a row of a source (file name and sheet) became, so that an edited file changes only what was edited.
create table import_row (
  county text not null,
  source text not null,
  row integer not null,
  match_key text not null,
  kind text not null,
  record uuid not null,
  content text not null,
  primary key (county, source, row)
);
create index on import_row (county, source, match_key);

create table mapping (
  county text not null,
  signature text not null,
  name text,
  plan jsonb not null,
  updated_at timestamptz(3) not null,
  primary key (county, signature)
);

create table report (
  county text not null,
  id uuid not null,
  no text not null,
  outline text not null,
  title text not null,
  status text not null,
  version integer not null,
  scope jsonb not null,
  options jsonb not null,
  edits jsonb not null,
  signed jsonb,
  updated_at timestamptz(3) not null,
  primary key (county, id)
);
