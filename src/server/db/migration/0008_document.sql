-- Papers of a case: what was issued, as it was issued, and what was typed in for facts no record holds.

create table document (
  county text not null,
  id uuid not null,
  "case" uuid not null,
  name text not null,
  kind text not null,
  version integer not null,
  no text,
  title text not null,
  day date not null,
  at timestamptz(3) not null,
  by uuid not null,
  seq integer not null,
  paper jsonb not null,
  sha256 text not null,
  docx bytea not null,
  docx_sha256 text not null,
  primary key (county, id),
  unique (county, "case", name, version),
  foreign key (county, "case") references "case" (county, id)
);
create index on document (county, no);

create table document_fill (
  county text not null,
  "case" uuid not null,
  fact text not null,
  value text not null,
  updated_at timestamptz(3) not null,
  primary key (county, "case", fact),
  foreign key (county, "case") references "case" (county, id)
);
