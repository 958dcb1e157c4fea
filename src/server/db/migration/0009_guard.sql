-- What alarms look for among records that have ended or were withdrawn: few among many.

create index on progress (county, kind, subject) where ended and (
  facts ->> 'downgraded' is not null or facts ->> 'proposed' = 'yes' or facts ->> 'mustTransfer' = 'yes'
  or facts ->> 'transferRefusedOn' is not null);
create index on "case" (county, id) where withdrawn;
create index on "case" (county, id) where closed_on is not null and (outcome is null or outcome = 'withdrawn');
create index on "seizure" (county, id) where withdrawn or "case" is null;
create index on "clue" (county, id) where withdrawn;
