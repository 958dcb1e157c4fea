-- Online opinion: posts as collected, what they were screened to, how they were judged, and the archived originals.

-- An original as it was handed in; its bytes stand on disk under its hash.
create table opinion_file (
  county text not null,
  sha256 text not null,
  name text not null,
  media text not null,
  bytes integer not null,
  added_at timestamptz(3) not null,
  added_by uuid not null,
  primary key (county, sha256)
);

create table opinion_import (
  county text not null,
  id uuid not null,
  file text not null,
  name text not null,
  account uuid not null,
  status text not null,
  done integer not null,
  added integer not null,
  same integer not null,
  problems jsonb not null,
  refusals jsonb not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (county, id)
);
create index on opinion_import (county, created_at);

create table opinion_post (
  county text not null,
  id uuid not null,
  -- SHA-256 of what tells the post apart: its link, else all that is known of it.
  identity text not null,
  platform text,
  url text,
  author text,
  posted_at timestamptz(3),
  day date not null,
  title text,
  text text not null,
  text_hash text not null,
  engagement integer,
  collected_at timestamptz(3) not null,
  collected_by uuid not null,
  source text,
  source_place text,
  score integer not null,
  parts jsonb not null,
  hits jsonb not null,
  revision text not null,
  group_id uuid not null,
  state text not null,
  clue uuid,
  steps integer not null,
  search text not null,
  primary key (county, id),
  unique (county, identity),
  foreign key (county, clue) references clue (county, id)
);
create index on opinion_post (county, group_id);
create index on opinion_post (county, text_hash);
create index on opinion_post (county, state, score);
create index on opinion_post (county, clue) where clue is not null;

-- Bands of the MinHash of posts (domain/opinion/similar): posts that meet in one are compared.
create table opinion_band (
  county text not null,
  key bigint not null,
  post uuid not null,
  primary key (county, key, post)
);

create table opinion_step (
  county text not null,
  post uuid not null,
  seq integer not null,
  step text not null,
  clue uuid,
  reason text,
  at timestamptz(3) not null,
  by uuid not null,
  primary key (county, post, seq),
  foreign key (county, post) references opinion_post (county, id),
  foreign key (county, clue) references clue (county, id)
);

create table opinion_copy (
  county text not null,
  post uuid not null,
  sha256 text not null,
  -- source: the file the post was read from · added: handed in later · changed: a later import said something else
  role text not null,
  added_at timestamptz(3) not null,
  added_by uuid not null,
  primary key (county, post, sha256),
  foreign key (county, post) references opinion_post (county, id),
  foreign key (county, sha256) references opinion_file (county, sha256)
);
