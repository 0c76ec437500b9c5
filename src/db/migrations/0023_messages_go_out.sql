-- Messages go out (domain-rules §10, domain/messages/sending.ts): who sends one, how often it was tried and why it has
-- not gone out, what the office wrote anew, when it went.
alter table office.messages drop constraint messages_status_check;
alter table office.messages
  add constraint messages_status_check check (status in ('Held', 'Ready', 'Sent', 'Failed', 'Canceled')),
  add column version int not null default 1,
  -- Written anew by the office; null: made from what happened (domain/messages/texts.ts) when it is looked at or sent.
  add column subject text, add column text text,
  add column tries int not null default 0,
  add column next_try_on timestamptz,
  -- A sender has it until then; one that died lets go of it.
  add column claimed_until timestamptz,
  add column fault text check (fault in ('unreachable', 'later', 'refused', 'noAddress', 'badAddress', 'tooOld', 'fault')),
  -- What the mail server said.
  add column fault_reply text,
  add column sent_on timestamptz,
  -- Who un-sent, wrote anew or sent again.
  add column changed_by bigint;
create index messages_newest on office.messages (tenant_id, id desc);
create index messages_of_operation on office.messages (tenant_id, operation_id);

-- What signs the links to technicians' days (backend/technician-day/links.ts), newest in use. Of all companies and of no
-- request: the application's role may not look.
create table office.link_keys (
  id text primary key,
  secret bytea not null,
  made_on timestamptz not null,
  -- The latest end of what it has signed; it is deleted after that.
  good_until timestamptz not null
);
revoke all on office.link_keys from truckroll_app;
