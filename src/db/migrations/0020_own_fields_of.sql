-- Own fields of customers and locations were offered in Settings and had no place anywhere: no screen showed them and no
-- request took a value, so nothing is lost with them.
delete from company.custom_fields where owner in ('customer', 'location');
alter table company.custom_fields drop constraint custom_fields_owner_check;
alter table company.custom_fields add constraint custom_fields_owner_check check (owner in ('job', 'project'));
