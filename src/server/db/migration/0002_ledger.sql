-- The records: one table a kind, county first in every key (printed by scripts/print-ledger-sql.ts).

create table "area" (
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
  "name" text,
  "area_kind" text,
  "code" text,
  "place_lng" double precision,
  "place_lat" double precision,
  "day" date,
  primary key (county, id),
  unique (county, no)
);
create index on "area" (county, "day", id);
create index on "area" (county, match_key);

create table "agency" (
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
  "name" text,
  "agency_type" text,
  "level" text,
  "parent" uuid,
  "area" uuid,
  "place_lng" double precision,
  "place_lat" double precision,
  "phone" text,
  "day" date,
  primary key (county, id),
  unique (county, no)
);
create index on "agency" (county, "day", id);
create index on "agency" (county, match_key);
create index on "agency" (county, "parent");
create index on "agency" (county, "area");

create table "person" (
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
  "name" text,
  "agency" uuid,
  "position" text,
  "roles" text[],
  "cert_no" text,
  "phone" text,
  "area" uuid,
  "day" date,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "person" (county, "day", id);
create index on "person" (county, match_key);
create index on "person" (county, "agency");
create index on "person" (county, "area");

create table "basis_document" (
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
  "title" text,
  "doc_no" text,
  "day" date,
  "issuers" text[],
  "level" text,
  "document_type" text,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "basis_document" (county, "day", id);
create index on "basis_document" (county, match_key);

create table "campaign" (
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
  "name" text,
  "from" date,
  "until" date,
  "deployed_by" text[],
  "deployed_level" text,
  "agency" uuid,
  "joint_agencies" uuid[],
  "basis" uuid[],
  "plan" uuid,
  "responsible" uuid,
  "goal" text,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "campaign" (county, "from", id);
create index on "campaign" (county, match_key);
create index on "campaign" (county, "agency");
create index on "campaign" (county, "plan");
create index on "campaign" (county, "responsible");

create table "group_member" (
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
  "campaign" uuid,
  "group" text,
  "agency" uuid,
  "person" uuid,
  "position" text,
  "day" date,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "group_member" (county, "day", id);
create index on "group_member" (county, match_key);
create index on "group_member" (county, "campaign");
create index on "group_member" (county, "agency");
create index on "group_member" (county, "person");

create table "duty" (
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
  "campaign" uuid,
  "agency" uuid,
  "content" text,
  "due" date,
  "done_on" date,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "duty" (county, "due", id);
create index on "duty" (county, match_key);
create index on "duty" (county, "campaign");
create index on "duty" (county, "agency");

create table "target" (
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
  "campaign" uuid,
  "name" text,
  "violations" text[],
  "venue_types" text[],
  "planned" integer,
  "due" date,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "target" (county, "due", id);
create index on "target" (county, match_key);
create index on "target" (county, "campaign");

create table "team" (
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
  "campaign" uuid,
  "name" text,
  "leader" uuid,
  "members" uuid[],
  "agencies" uuid[],
  "areas" uuid[],
  "day" date,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "team" (county, "day", id);
create index on "team" (county, match_key);
create index on "team" (county, "campaign");
create index on "team" (county, "leader");

create table "venue" (
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
  "name" text,
  "venue_type" text,
  "area" uuid,
  "address" text,
  "place_lng" double precision,
  "place_lat" double precision,
  "key_venue" boolean,
  "risk" text,
  "frequency" numeric,
  "operator" text,
  "phone" text,
  "licence" text,
  "status" text,
  "day" date,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "venue" (county, "day", id);
create index on "venue" (county, match_key);
create index on "venue" (county, "area");

create table "stall" (
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
  "venue" uuid,
  "stall_no" text,
  "holder" text,
  "goods" text,
  "risk" text,
  "frequency" numeric,
  "day" date,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "stall" (county, "day", id);
create index on "stall" (county, match_key);
create index on "stall" (county, "venue");

create table "site" (
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
  "name" text,
  "site_type" text,
  "extent" numeric,
  "extent_bound" text,
  "area" uuid,
  "place_lng" double precision,
  "place_lat" double precision,
  "protected_area" text,
  "day" date,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "site" (county, "day", id);
create index on "site" (county, match_key);
create index on "site" (county, "area");

create table "watch" (
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
  "campaign" uuid,
  "target" text,
  "venue" uuid,
  "from" date,
  "until" date,
  "agency" uuid,
  "result" text,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "watch" (county, "from", id);
create index on "watch" (county, match_key);
create index on "watch" (county, "campaign");
create index on "watch" (county, "venue");
create index on "watch" (county, "agency");

create table "mechanism" (
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
  "title" text,
  "content" text,
  "agency" uuid,
  "day" date,
  "recurrence" text,
  "campaign" uuid,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "mechanism" (county, "day", id);
create index on "mechanism" (county, match_key);
create index on "mechanism" (county, "agency");
create index on "mechanism" (county, "campaign");

create table "problem" (
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
  "campaign" uuid,
  "aspect" text,
  "content" text,
  "day" date,
  "agency" uuid,
  "area" uuid,
  "done_on" date,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "problem" (county, "day", id);
create index on "problem" (county, match_key);
create index on "problem" (county, "campaign");
create index on "problem" (county, "agency");
create index on "problem" (county, "area");

create table "inspection" (
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
  "venue" uuid,
  "site" uuid,
  "stall" uuid,
  "agency" uuid,
  "joint_agencies" uuid[],
  "campaign" uuid,
  "area" uuid,
  "time_from" text,
  "time_until" text,
  "outing" text,
  "persons" uuid[],
  "headcount" numeric,
  "headcount_bound" text,
  "plates" text[],
  "vehicles" numeric,
  "vehicles_bound" text,
  "checked" text[],
  "found" text[],
  "rectified" text[],
  "rectify_by" date,
  "rectified_on" date,
  "products" text,
  "result" text,
  "place_lng" double precision,
  "place_lat" double precision,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "inspection" (county, "day", id);
create index on "inspection" (county, match_key);
create index on "inspection" (county, "venue");
create index on "inspection" (county, "site");
create index on "inspection" (county, "stall");
create index on "inspection" (county, "agency");
create index on "inspection" (county, "campaign");
create index on "inspection" (county, "area");

create table "patrol" (
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
  "sites" uuid[],
  "means" text,
  "agency" uuid,
  "joint_agencies" uuid[],
  "campaign" uuid,
  "area" uuid,
  "time_from" text,
  "time_until" text,
  "outing" text,
  "persons" uuid[],
  "headcount" numeric,
  "headcount_bound" text,
  "plates" text[],
  "vehicles" numeric,
  "vehicles_bound" text,
  "sorties" integer,
  "distance" numeric,
  "distance_bound" text,
  "findings" text,
  "place_lng" double precision,
  "place_lat" double precision,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "patrol" (county, "day", id);
create index on "patrol" (county, match_key);
create index on "patrol" (county, "agency");
create index on "patrol" (county, "campaign");
create index on "patrol" (county, "area");

create table "clue" (
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
  "source" text,
  "channel" text,
  "content" text,
  "violation" text,
  "venue" uuid,
  "area" uuid,
  "place_lng" double precision,
  "place_lat" double precision,
  "campaign" uuid,
  "agency" uuid,
  "due" date,
  "result" text,
  "result_day" date,
  "case" uuid,
  "reward" bigint,
  "informant" text,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "clue" (county, "day", id);
create index on "clue" (county, match_key);
create index on "clue" (county, "venue");
create index on "clue" (county, "area");
create index on "clue" (county, "campaign");
create index on "clue" (county, "agency");
create index on "clue" (county, "case");

create table "case" (
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
  "case_no" text,
  "name" text,
  "track" text,
  "discovered_on" date,
  "filed_on" date,
  "violations" text[],
  "campaign" uuid,
  "agency" uuid,
  "joint_agencies" uuid[],
  "officer" uuid,
  "parties" text[],
  "venue" uuid,
  "clue" uuid,
  "inspection" uuid,
  "area" uuid,
  "place_lng" double precision,
  "place_lat" double precision,
  "value" bigint,
  "transferred_on" date,
  "outcome" text,
  "closed_on" date,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "case" (county, "filed_on", id);
create index on "case" (county, match_key);
create index on "case" (county, "campaign");
create index on "case" (county, "agency");
create index on "case" (county, "officer");
create index on "case" (county, "venue");
create index on "case" (county, "clue");
create index on "case" (county, "inspection");
create index on "case" (county, "area");

create table "seizure" (
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
  "form" text,
  "species" text,
  "species_name" text,
  "species_level" text,
  "tool" text,
  "quantity" numeric,
  "quantity_bound" text,
  "unit" text,
  "case" uuid,
  "inspection" uuid,
  "patrol" uuid,
  "campaign" uuid,
  "agency" uuid,
  "area" uuid,
  "place_lng" double precision,
  "place_lat" double precision,
  "holder" text,
  "value" bigint,
  "value_basis" text,
  "custodian" text,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "seizure" (county, "day", id);
create index on "seizure" (county, match_key);
create index on "seizure" (county, "case");
create index on "seizure" (county, "inspection");
create index on "seizure" (county, "patrol");
create index on "seizure" (county, "campaign");
create index on "seizure" (county, "agency");
create index on "seizure" (county, "area");

create table "penalty" (
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
  "case" uuid,
  "day" date,
  "doc_no" text,
  "penalty_kind" text,
  "party" text,
  "fine" bigint,
  "confiscated" text,
  "paid_on" date,
  "campaign" uuid,
  "agency" uuid,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "penalty" (county, "day", id);
create index on "penalty" (county, match_key);
create index on "penalty" (county, "case");
create index on "penalty" (county, "campaign");
create index on "penalty" (county, "agency");

create table "rescue" (
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
  "species" text,
  "species_name" text,
  "species_level" text,
  "quantity" numeric,
  "quantity_bound" text,
  "reason" text,
  "source" text,
  "finder" text,
  "place_text" text,
  "area" uuid,
  "place_lng" double precision,
  "place_lat" double precision,
  "agency" uuid,
  "outcome" text,
  "outcome_day" date,
  "habitat" text,
  "centre" text,
  "campaign" uuid,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "rescue" (county, "day", id);
create index on "rescue" (county, match_key);
create index on "rescue" (county, "area");
create index on "rescue" (county, "agency");
create index on "rescue" (county, "campaign");

create table "release" (
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
  "release_kind" text,
  "species" text,
  "species_name" text,
  "species_level" text,
  "quantity" numeric,
  "quantity_bound" text,
  "seizure" uuid,
  "rescue" uuid,
  "habitat" text,
  "site" uuid,
  "recipient" text,
  "witnesses" text[],
  "campaign" uuid,
  "agency" uuid,
  "area" uuid,
  "place_lng" double precision,
  "place_lat" double precision,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "release" (county, "day", id);
create index on "release" (county, match_key);
create index on "release" (county, "seizure");
create index on "release" (county, "rescue");
create index on "release" (county, "site");
create index on "release" (county, "campaign");
create index on "release" (county, "agency");
create index on "release" (county, "area");

create table "permit" (
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
  "holder" text,
  "permit_type" text,
  "day" date,
  "decision" text,
  "decided_on" date,
  "reason" text,
  "doc_no" text,
  "valid_until" date,
  "species_names" text[],
  "venue" uuid,
  "area" uuid,
  "agency" uuid,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "permit" (county, "day", id);
create index on "permit" (county, match_key);
create index on "permit" (county, "venue");
create index on "permit" (county, "area");
create index on "permit" (county, "agency");

create table "annual_review" (
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
  "permit" uuid,
  "year" integer,
  "day" date,
  "result" text,
  "agency" uuid,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "annual_review" (county, "day", id);
create index on "annual_review" (county, match_key);
create index on "annual_review" (county, "permit");
create index on "annual_review" (county, "agency");

create table "farm" (
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
  "name" text,
  "day" date,
  "closed_on" date,
  "species_names" text[],
  "stock_heads" numeric,
  "stock_heads_bound" text,
  "permit" uuid,
  "venue" uuid,
  "area" uuid,
  "place_lng" double precision,
  "place_lat" double precision,
  "operator" text,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "farm" (county, "day", id);
create index on "farm" (county, match_key);
create index on "farm" (county, "permit");
create index on "farm" (county, "venue");
create index on "farm" (county, "area");

create table "stock_survey" (
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
  "holder" uuid,
  "material" text,
  "mass" numeric,
  "mass_bound" text,
  "agency" uuid,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "stock_survey" (county, "day", id);
create index on "stock_survey" (county, match_key);
create index on "stock_survey" (county, "holder");
create index on "stock_survey" (county, "agency");

create table "consumption_plan" (
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
  "holder" uuid,
  "material" text,
  "from" date,
  "until" date,
  "period_text" text,
  "mass" numeric,
  "mass_bound" text,
  "agency" uuid,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "consumption_plan" (county, "from", id);
create index on "consumption_plan" (county, match_key);
create index on "consumption_plan" (county, "holder");
create index on "consumption_plan" (county, "agency");

create table "notice" (
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
  "title" text,
  "notice_kind" text,
  "doc_no" text,
  "issuer" text,
  "day" date,
  "from" date,
  "until" date,
  "ban_area" text,
  "animals" text,
  "tools" text[],
  "legal_basis" text,
  "exceptions" text,
  "rights" text,
  "reward_rule" text,
  "campaign" uuid,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "notice" (county, "day", id);
create index on "notice" (county, match_key);
create index on "notice" (county, "campaign");

create table "posting_point" (
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
  "notice" uuid,
  "place_type" text,
  "name" text,
  "day" date,
  "copies" numeric,
  "copies_bound" text,
  "campaign" uuid,
  "agency" uuid,
  "area" uuid,
  "place_lng" double precision,
  "place_lat" double precision,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "posting_point" (county, "day", id);
create index on "posting_point" (county, match_key);
create index on "posting_point" (county, "notice");
create index on "posting_point" (county, "campaign");
create index on "posting_point" (county, "agency");
create index on "posting_point" (county, "area");

create table "suspension" (
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
  "suspends" text,
  "scope" text,
  "from" date,
  "until" date,
  "people" numeric,
  "people_bound" text,
  "doc_no" text,
  "campaign" uuid,
  "agency" uuid,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "suspension" (county, "from", id);
create index on "suspension" (county, match_key);
create index on "suspension" (county, "campaign");
create index on "suspension" (county, "agency");

create table "material" (
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
  "material_kind" text,
  "title" text,
  "quantity" numeric,
  "quantity_bound" text,
  "unit" text,
  "broadcast_days" integer,
  "outlets" text[],
  "placement" text,
  "notice" uuid,
  "campaign" uuid,
  "agency" uuid,
  "area" uuid,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "material" (county, "day", id);
create index on "material" (county, match_key);
create index on "material" (county, "notice");
create index on "material" (county, "campaign");
create index on "material" (county, "agency");
create index on "material" (county, "area");

create table "event" (
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
  "until" date,
  "name" text,
  "occasion" text,
  "attendance" numeric,
  "attendance_bound" text,
  "venue_text" text,
  "campaign" uuid,
  "agency" uuid,
  "area" uuid,
  "place_lng" double precision,
  "place_lat" double precision,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "event" (county, "day", id);
create index on "event" (county, match_key);
create index on "event" (county, "campaign");
create index on "event" (county, "agency");
create index on "event" (county, "area");

create table "media_report" (
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
  "title" text,
  "medium" text,
  "outlet" text,
  "link" text,
  "campaign" uuid,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "media_report" (county, "day", id);
create index on "media_report" (county, match_key);
create index on "media_report" (county, "campaign");

create table "station" (
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
  "name" text,
  "device" text,
  "site" uuid,
  "day" date,
  "removed_on" date,
  "data_collected" numeric,
  "data_collected_bound" text,
  "agency" uuid,
  "area" uuid,
  "place_lng" double precision,
  "place_lat" double precision,
  "note" text,
  primary key (county, id),
  unique (county, no)
);
create index on "station" (county, "day", id);
create index on "station" (county, match_key);
create index on "station" (county, "site");
create index on "station" (county, "agency");
create index on "station" (county, "area");

alter table "agency" add foreign key (county, "parent") references "agency" (county, id);
alter table "agency" add foreign key (county, "area") references "area" (county, id);
alter table "person" add foreign key (county, "agency") references "agency" (county, id);
alter table "person" add foreign key (county, "area") references "area" (county, id);
alter table "campaign" add foreign key (county, "agency") references "agency" (county, id);
alter table "campaign" add foreign key (county, "plan") references "basis_document" (county, id);
alter table "campaign" add foreign key (county, "responsible") references "person" (county, id);
alter table "group_member" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "group_member" add foreign key (county, "agency") references "agency" (county, id);
alter table "group_member" add foreign key (county, "person") references "person" (county, id);
alter table "duty" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "duty" add foreign key (county, "agency") references "agency" (county, id);
alter table "target" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "team" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "team" add foreign key (county, "leader") references "person" (county, id);
alter table "venue" add foreign key (county, "area") references "area" (county, id);
alter table "stall" add foreign key (county, "venue") references "venue" (county, id);
alter table "site" add foreign key (county, "area") references "area" (county, id);
alter table "watch" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "watch" add foreign key (county, "venue") references "venue" (county, id);
alter table "watch" add foreign key (county, "agency") references "agency" (county, id);
alter table "mechanism" add foreign key (county, "agency") references "agency" (county, id);
alter table "mechanism" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "problem" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "problem" add foreign key (county, "agency") references "agency" (county, id);
alter table "problem" add foreign key (county, "area") references "area" (county, id);
alter table "inspection" add foreign key (county, "venue") references "venue" (county, id);
alter table "inspection" add foreign key (county, "site") references "site" (county, id);
alter table "inspection" add foreign key (county, "stall") references "stall" (county, id);
alter table "inspection" add foreign key (county, "agency") references "agency" (county, id);
alter table "inspection" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "inspection" add foreign key (county, "area") references "area" (county, id);
alter table "patrol" add foreign key (county, "agency") references "agency" (county, id);
alter table "patrol" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "patrol" add foreign key (county, "area") references "area" (county, id);
alter table "clue" add foreign key (county, "venue") references "venue" (county, id);
alter table "clue" add foreign key (county, "area") references "area" (county, id);
alter table "clue" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "clue" add foreign key (county, "agency") references "agency" (county, id);
alter table "clue" add foreign key (county, "case") references "case" (county, id);
alter table "case" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "case" add foreign key (county, "agency") references "agency" (county, id);
alter table "case" add foreign key (county, "officer") references "person" (county, id);
alter table "case" add foreign key (county, "venue") references "venue" (county, id);
alter table "case" add foreign key (county, "clue") references "clue" (county, id);
alter table "case" add foreign key (county, "inspection") references "inspection" (county, id);
alter table "case" add foreign key (county, "area") references "area" (county, id);
alter table "seizure" add foreign key (county, "case") references "case" (county, id);
alter table "seizure" add foreign key (county, "inspection") references "inspection" (county, id);
alter table "seizure" add foreign key (county, "patrol") references "patrol" (county, id);
alter table "seizure" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "seizure" add foreign key (county, "agency") references "agency" (county, id);
alter table "seizure" add foreign key (county, "area") references "area" (county, id);
alter table "penalty" add foreign key (county, "case") references "case" (county, id);
alter table "penalty" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "penalty" add foreign key (county, "agency") references "agency" (county, id);
alter table "rescue" add foreign key (county, "area") references "area" (county, id);
alter table "rescue" add foreign key (county, "agency") references "agency" (county, id);
alter table "rescue" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "release" add foreign key (county, "seizure") references "seizure" (county, id);
alter table "release" add foreign key (county, "rescue") references "rescue" (county, id);
alter table "release" add foreign key (county, "site") references "site" (county, id);
alter table "release" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "release" add foreign key (county, "agency") references "agency" (county, id);
alter table "release" add foreign key (county, "area") references "area" (county, id);
alter table "permit" add foreign key (county, "venue") references "venue" (county, id);
alter table "permit" add foreign key (county, "area") references "area" (county, id);
alter table "permit" add foreign key (county, "agency") references "agency" (county, id);
alter table "annual_review" add foreign key (county, "permit") references "permit" (county, id);
alter table "annual_review" add foreign key (county, "agency") references "agency" (county, id);
alter table "farm" add foreign key (county, "permit") references "permit" (county, id);
alter table "farm" add foreign key (county, "venue") references "venue" (county, id);
alter table "farm" add foreign key (county, "area") references "area" (county, id);
alter table "stock_survey" add foreign key (county, "holder") references "venue" (county, id);
alter table "stock_survey" add foreign key (county, "agency") references "agency" (county, id);
alter table "consumption_plan" add foreign key (county, "holder") references "venue" (county, id);
alter table "consumption_plan" add foreign key (county, "agency") references "agency" (county, id);
alter table "notice" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "posting_point" add foreign key (county, "notice") references "notice" (county, id);
alter table "posting_point" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "posting_point" add foreign key (county, "agency") references "agency" (county, id);
alter table "posting_point" add foreign key (county, "area") references "area" (county, id);
alter table "suspension" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "suspension" add foreign key (county, "agency") references "agency" (county, id);
alter table "material" add foreign key (county, "notice") references "notice" (county, id);
alter table "material" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "material" add foreign key (county, "agency") references "agency" (county, id);
alter table "material" add foreign key (county, "area") references "area" (county, id);
alter table "event" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "event" add foreign key (county, "agency") references "agency" (county, id);
alter table "event" add foreign key (county, "area") references "area" (county, id);
alter table "media_report" add foreign key (county, "campaign") references "campaign" (county, id);
alter table "station" add foreign key (county, "site") references "site" (county, id);
alter table "station" add foreign key (county, "agency") references "agency" (county, id);
alter table "station" add foreign key (county, "area") references "area" (county, id);

