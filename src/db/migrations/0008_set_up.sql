-- Set-up that bookings, messages and the books ask for (domain-rules §1), and who may be messaged how (§2, §10).

-- The windows promised on the phone: local minutes of the place, on these days of the week (0 Sunday … 6 Saturday).
create table company.arrival_windows (
  tenant_id bigint not null, id bigint not null,
  -- null: every business unit offers it
  business_unit_id bigint,
  name text not null,
  start_minute int not null check (start_minute between 0 and 1439),
  end_minute int not null check (end_minute between 1 and 1440),
  weekdays int[] not null default '{0,1,2,3,4,5,6}' check (weekdays <@ '{0,1,2,3,4,5,6}'),
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null,
  check (start_minute < end_minute),
  primary key (tenant_id, id),
  foreign key (tenant_id, business_unit_id) references company.business_units
);
grant select, insert, update, delete on company.arrival_windows to truckroll_app;
alter table company.arrival_windows enable row level security;
create policy own_tenant on company.arrival_windows to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- When somebody is at the place: [{weekday, startMinute, endMinute}] on its own clock; null: nobody has said.
alter table company.locations add column business_hours jsonb;

-- Where a business unit's money is booked unless a document says otherwise.
alter table company.business_units
  add column income_account_id bigint, add column receivable_account_id bigint,
  add column unapplied_account_id bigint, add column write_off_account_id bigint,
  add column refund_account_id bigint,
  add foreign key (tenant_id, income_account_id) references company.gl_accounts,
  add foreign key (tenant_id, receivable_account_id) references company.gl_accounts,
  add foreign key (tenant_id, unapplied_account_id) references company.gl_accounts,
  add foreign key (tenant_id, write_off_account_id) references company.gl_accounts,
  add foreign key (tenant_id, refund_account_id) references company.gl_accounts;

-- May be written to there: a mobile by SMS, an e-mail address by e-mail; a landline never is (domain/messages/channels.ts).
alter table company.contacts add column may_message boolean not null default true;
alter table company.technicians
  add column sms_allowed boolean not null default true, add column email_allowed boolean not null default true;

-- A message is one text to one recipient on one channel. Nothing has been sent yet, so there is none to convert.
alter table office.messages add column channel text not null default 'Sms' check (channel in ('Sms', 'Email'));
alter table office.messages alter column channel drop default;
