-- What alarms look for so that a correction, an undone step or a short count does not pass unseen: few among many.

create index on journal (county, subject_kind, subject_id)
  where kind = 'record.correct' and subject_kind in ('case', 'clue', 'seizure')
  and (body -> 'changed') ?| '{campaign,case,clue,content,day,discoveredOn,form,holder,inspection,parties,patrol,quantity,source,species,unit}'::text[];
create index on step (county, kind, subject) where name in ('revoke', 'amend');
create index on progress (county, kind, subject) where facts ->> 'missing' <> '0' or facts ->> 'into' is not null;
