-- Evidence: what each file is, and the codes by which one phone hands over to another.

create table file (
  county text not null,
  -- Of the bytes as they came; also their name on disk.
  sha256 text not null,
  type text not null,
  size bigint not null,
  width integer not null,
  height integer not null,
  -- What the camera wrote: when and where the shutter fell.
  taken_at timestamptz(3),
  lng double precision,
  lat double precision,
  recorded_at timestamptz(3) not null,
  by uuid not null,
  primary key (county, sha256)
);

create table handover (
  county text not null,
  -- SHA-256 of the code; the code itself is only on the giver's screen.
  code bytea not null,
  seizure uuid not null,
  -- The step that offered.
  seq integer not null,
  by uuid not null,
  made_at timestamptz(3) not null,
  until timestamptz(3) not null,
  used_at timestamptz(3),
  primary key (county, code),
  foreign key (county, seizure) references seizure (county, id)
);
create index on handover (county, seizure, seq);
