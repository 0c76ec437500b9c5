-- Merging customers moves a project and its jobs to the kept one's place, the jobs' rows before the project's, and undo
-- goes the other way: which place both are at is asked when all of it is written.
alter table company.jobs alter constraint jobs_tenant_id_project_id_location_id_fkey deferrable initially deferred;

-- What is a customer's, when customers are merged or erased.
create index notes_of_customer on company.notes (tenant_id, customer_id) where customer_id is not null;
create index files_of_customer on company.files (tenant_id, customer_id) where customer_id is not null;
-- Who opens their list with a view, when it is deleted.
create index default_views_of_view on office.default_views (tenant_id, view_id);

-- domain/notes.ts, OWNER_KINDS
alter table company.notes add constraint notes_owner_kind_check
  check (owner_kind in ('job', 'customer', 'location', 'project', 'technician', 'invoice', 'vendor'));
alter table company.files add constraint files_owner_kind_check
  check (owner_kind in ('job', 'customer', 'location', 'project', 'technician', 'invoice', 'vendor'));
