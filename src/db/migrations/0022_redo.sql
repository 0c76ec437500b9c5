-- Redo (backend/undo): a step that was undone and done again counts from then on, for the order of what is undone next.
alter table office.operations add column redone_by bigint;
alter table office.operations drop constraint operations_channel_check;
alter table office.operations add constraint operations_channel_check
  check (channel in ('browser', 'import', 'api', 'undo', 'redo', 'system'));
-- The last day of one person: what is undone or done again is looked for here, however many steps lie before.
create index operations_kept_of_user on office.operations (tenant_id, user_id, at) where changes <> '[]'::jsonb;
