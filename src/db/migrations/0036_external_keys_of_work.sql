-- What another program calls a visit, a shift, time off, an event, a note and a file: the records that were left (0033). These are
-- taken back in the course of the day, so a key names one of those that stand: what was deleted keeps its own for its history
-- and for undo, and leaves it to whoever comes next.
alter table company.appointments add column external_key text;
alter table company.shifts add column external_key text;
alter table company.time_off add column external_key text;
alter table company.non_job_events add column external_key text;
alter table company.notes add column external_key text;
alter table company.files add column external_key text;
-- Most have none: those are not in the index.
create unique index appointments_by_external_key on company.appointments (tenant_id, external_key) where active and external_key is not null;
create unique index shifts_by_external_key on company.shifts (tenant_id, external_key) where active and external_key is not null;
create unique index time_off_by_external_key on company.time_off (tenant_id, external_key) where active and external_key is not null;
create unique index non_job_events_by_external_key on company.non_job_events (tenant_id, external_key) where active and external_key is not null;
create unique index notes_by_external_key on company.notes (tenant_id, external_key) where active and external_key is not null;
create unique index files_by_external_key on company.files (tenant_id, external_key) where active and external_key is not null;
