-- What alarms look for among seizures and clues of cases that ended: read from indexes alone, as nearly all are in order.

create index on "case" (county, id) include (closed_on, recorded_at) where closed_on is not null;
create index on seizure (county, "case") include (id, day, recorded_at) where "case" is not null;
create index on clue (county, "case") include (id, day) where result = 'case';
create index on progress (county, kind, subject) where ended and seq = 0;
create index on progress (county, kind, subject) where not ended and facts ->> 'form' = 'live';
