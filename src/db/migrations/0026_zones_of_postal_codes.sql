-- A new place that names no dispatch zone gets the one that most places of its postal code have
-- (backend/schedule/known-zone.ts). Only those with a zone are asked.
create index locations_zone_by_zip on company.locations (tenant_id, zip, zone_id)
  where active and zone_id is not null and zip <> '';
