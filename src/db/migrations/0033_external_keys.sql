-- What another program calls a record, on the records that had no place for it yet: unique per company and kind.
alter table company.capacity_rules add column external_key text;
alter table company.project_statuses add column external_key text;
alter table company.project_sub_statuses add column external_key text;
alter table company.project_types add column external_key text;
alter table company.technician_costs add column external_key text;
alter table office.users add column external_key text;
create unique index capacity_rules_by_external_key on company.capacity_rules (tenant_id, external_key);
create unique index project_statuses_by_external_key on company.project_statuses (tenant_id, external_key);
create unique index project_sub_statuses_by_external_key on company.project_sub_statuses (tenant_id, external_key);
create unique index project_types_by_external_key on company.project_types (tenant_id, external_key);
create unique index technician_costs_by_external_key on company.technician_costs (tenant_id, external_key);
create unique index users_by_external_key on office.users (tenant_id, external_key);
