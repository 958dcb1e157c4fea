-- What the law makes of each case as its records stand, kept so that alarms need not reckon every case anew.

create table case_law (
  county text not null,
  "case" uuid not null,
  -- How often the records behind it changed: a verdict is kept only for the state it was reckoned on.
  marks bigint not null,
  marked_at timestamptz(3) not null,
  -- Tables and settings it was reckoned by; empty: records changed since.
  basis text not null,
  must_transfer text,
  charges text[] not null,
  -- The day the facts as recorded reached a crime.
  since date,
  -- The act was taken for granted, as no record names one.
  assumed boolean not null,
  -- When and from which charges the facts were lowered under every threshold; null: they were not.
  lowered_on date,
  lowered_charges text[],
  lowered_by text,
  primary key (county, "case"),
  foreign key (county, "case") references "case" (county, id)
);
create index on case_law (county, basis);
create index on case_law (county, "case") where must_transfer = 'yes' or lowered_on is not null;

insert into case_law
  select county, id, 1, updated_at, '', null, '{}', null, false, null, null, null from "case";
