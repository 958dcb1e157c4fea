-- Rewards of informants: what is owed by the county's rule, the books of the money, and the codes it is picked up with.

create table "reward" (
  "county" text not null,
  "id" uuid not null,
  "no" text not null,
  "version" integer not null,
  "withdrawn" boolean not null,
  "recorded_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "by" uuid not null,
  "match_key" text,
  "search" text not null,
  "day" date,
  "clue" uuid,
  "tip" text,
  "tip_no" text,
  "amount" bigint,
  "state" text,
  "rule" text,
  "bracket" text,
  "bracket_label" text,
  "proposed" bigint,
  "total" bigint,
  "weight" integer,
  "reckoning" text,
  "departure" text,
  "claim_days" integer,
  "claim_until" date,
  "paid_on" date,
  "way" text,
  "voucher" text,
  primary key (county, id),
  unique (county, no)
);
create index on "reward" (county, "day", id);
create index on "reward" (county, match_key);
create index on "reward" (county, "clue");

alter table "reward" add foreign key (county, "clue") references "clue" (county, id);

-- A tip is rewarded once; what was refused, cancelled or lapsed does not stand in the way of another try.
create unique index reward_tip_once on reward (county, tip)
  where tip is not null and not withdrawn and state in ('proposed', 'approvedOnce', 'payable', 'paid');
-- A tip on paper has no id: one such share a clue.
create unique index reward_paper_once on reward (county, clue)
  where tip is null and not withdrawn and state in ('proposed', 'approvedOnce', 'payable', 'paid');
create index on reward (county, state, day, id);

-- The books: every move is two lines that add up to nought. Money granted and given back stands for itself, the rest for a reward.
create table reward_entry (
  county text not null,
  id uuid not null,
  line integer not null,
  "on" date not null,
  at timestamptz(3) not null,
  by uuid not null,
  matter text not null,
  reward uuid,
  turn integer not null,
  account text not null,
  amount bigint not null,
  document text not null,
  note text not null,
  -- The move that this one takes back.
  of uuid,
  primary key (county, id, line),
  -- Never twice: neither owed, nor paid, nor released again in the same turn, whoever tries and however often.
  unique (county, reward, matter, turn, line),
  unique (county, of, line),
  foreign key (county, reward) references reward (county, id),
  check (amount <> 0)
);
create index on reward_entry (county, "on", id);

-- Held while money is set aside, so that two approvals cannot spend the same yuan.
create table reward_fund (
  county text not null,
  primary key (county)
);

-- What opens the till: a keyed hash of the code of each turn, and the action that used it.
create table reward_code (
  county text not null,
  reward uuid not null,
  turn integer not null,
  hash bytea not null,
  used_by uuid,
  used_at timestamptz(3),
  primary key (county, reward, turn),
  unique (county, hash),
  foreign key (county, reward) references reward (county, id)
);
