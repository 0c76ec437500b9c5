-- History as a time machine (backend/history/README.md): the board of a past minute, and who moved what and why.

-- What stood on a day and was moved away since: rows of history by the start they left. Instants are canonical text, so
-- the order of the text is the order of time.
create index history_by_start_left on company.history
  (tenant_id, record_kind, (changes->'start'->>0) collate "C")
  where not created and changes ? 'start';
-- Visits that were deleted since; those in use have an index of their own (0002).
create index appointments_put_away on company.appointments (tenant_id, "start") where not active;

-- Why a step was taken, and by which way it came: told beside every move. `system`: Truckroll itself.
alter table office.operations
  add column reason text,
  add column channel text not null default 'browser'
    check (channel in ('browser', 'import', 'api', 'undo', 'system'));
update office.operations set channel = 'undo' where undo_of is not null;
update office.operations set channel = 'import' where verb like 'import.%';
update office.operations o set reason = a.detail->>'reason'
  from office.audit a where a.tenant_id = o.tenant_id and a.operation_id = o.id and a.detail ? 'reason';
