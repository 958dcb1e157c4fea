-- How legal records move: the steps taken, what they come to, and the clocks that run.

create table step (
  county text not null,
  kind text not null,
  subject uuid not null,
  seq integer not null,
  id uuid not null,
  name text not null,
  "on" date not null,
  at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  by uuid not null,
  "values" jsonb not null,
  primary key (county, kind, subject, seq),
  unique (county, id)
);
create index on step (county, kind, name, recorded_at);

-- The fold of a record's steps, kept so that lists and alarms need not fold.
create table progress (
  county text not null,
  kind text not null,
  subject uuid not null,
  seq integer not null,
  status text not null,
  ended boolean not null,
  facts jsonb not null,
  opening jsonb not null,
  due timestamptz(3),
  due_deadline text,
  owner uuid,
  updated_at timestamptz(3) not null,
  primary key (county, kind, subject)
);
-- Work is listed by what is due first; what has ended is most of it after some years.
create index on progress (county, kind, status, due asc nulls last, subject desc);
create index on progress (county, kind, due asc nulls last, subject desc);
create index on progress (county, kind, due asc nulls last, subject desc) where not ended;
create index on progress (county, kind, owner, due asc nulls last, subject desc) where not ended;

create table clock (
  county text not null,
  kind text not null,
  subject uuid not null,
  n integer not null,
  deadline text not null,
  since timestamptz(3) not null,
  due timestamptz(3),
  until timestamptz(3),
  primary key (county, kind, subject, n)
);
create index on clock (county, deadline, due) where until is null;
