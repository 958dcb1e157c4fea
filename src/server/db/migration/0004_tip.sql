-- Citizens' tips: content sealed with a key per tip, identity sealed to keepers, and what was said between both sides.

create table tip (
  county text not null,
  id uuid not null,
  channel text not null,
  matter text not null,
  state text not null,
  named boolean not null,
  day date not null,
  at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  by uuid not null,
  -- Keyed hash of the stretched receipt, and the challenge whose work paid for the tip.
  receipt bytea not null,
  pass text not null,
  -- The tip's own key, wrapped by the house's; the content sealed with it.
  key bytea not null,
  content bytea not null,
  -- Where an agency that passed it on counts it (12345 order number and the like).
  origin_no text,
  clue uuid,
  settled_at timestamptz(3),
  erased_at timestamptz(3),
  primary key (county, id),
  unique (county, receipt),
  unique (county, pass),
  foreign key (county, clue) references clue (county, id)
);
create index on tip (county, state, recorded_at, id);
create index on tip (county, recorded_at, id);
create index on tip (county, clue);

-- Gone after the retention period; a table of its own so that it can be rewritten without the rest.
create table tip_identity (
  county text not null,
  tip uuid not null,
  key uuid not null,
  sealed bytea not null,
  primary key (county, tip),
  foreign key (county, tip) references tip (county, id)
);

create table tip_file (
  county text not null,
  id uuid not null,
  tip uuid not null,
  at timestamptz(3) not null,
  type text not null,
  size bigint not null,
  -- SHA-256 of the original as the browser said and we checked.
  sha256 text not null,
  -- Sealed original and shown copy: name on disk (SHA-256 of what lies there) and key sealed with the tip's.
  original text,
  original_key bytea,
  shown text,
  shown_key bytea,
  shown_type text,
  primary key (county, id),
  foreign key (county, tip) references tip (county, id)
);
create index on tip_file (county, tip, id);

create table tip_message (
  county text not null,
  id uuid not null,
  tip uuid not null,
  at timestamptz(3) not null,
  from_office boolean not null,
  by uuid not null,
  sealed bytea not null,
  primary key (county, id),
  foreign key (county, tip) references tip (county, id)
);
create index on tip_message (county, tip, at, id);

create table tip_event (
  county text not null,
  tip uuid not null,
  at timestamptz(3) not null,
  kind text not null,
  id uuid not null,
  note text,
  primary key (county, tip, at, id),
  foreign key (county, tip) references tip (county, id)
);

-- An officer's own key pair for keeping a share; the private half wrapped by a passphrase.
create table tip_keeper (
  county text not null,
  account uuid not null,
  public bytea not null,
  wrapped bytea not null,
  at timestamptz(3) not null,
  primary key (county, account)
);

-- The county's public key for identities; the newest one is in use.
create table tip_key (
  county text not null,
  id uuid not null,
  at timestamptz(3) not null,
  by uuid not null,
  public bytea not null,
  primary key (county, id)
);

create table tip_share (
  county text not null,
  key uuid not null,
  x integer not null,
  account uuid not null,
  -- Sealed to the keeper's public key.
  sealed bytea not null,
  primary key (county, key, x),
  unique (county, key, account),
  foreign key (county, key) references tip_key (county, id)
);

create table tip_opening (
  county text not null,
  id uuid not null,
  tip uuid not null,
  key uuid not null,
  asked_by uuid not null,
  asked_at timestamptz(3) not null,
  reason text not null,
  until timestamptz(3) not null,
  -- Where the asker's share lies, and what it gives for this one tip; cleared when used.
  x integer not null,
  part bytea,
  state text not null,
  answered_by uuid,
  answered_at timestamptz(3),
  -- The identity, sealed to the asker; cleared when read or late.
  answer bytea,
  read_at timestamptz(3),
  primary key (county, id),
  foreign key (county, tip) references tip (county, id)
);
create index on tip_opening (county, tip, asked_at);
