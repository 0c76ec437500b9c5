-- A place nobody has put a pin on counts as the middle of the known places of its postal code (domain-rules §4, "Soft";
-- backend/schedule/known-point.ts). Only those with a pin are asked.
create index locations_known_by_zip on company.locations (tenant_id, zip) include (latitude, longitude)
  where latitude is not null and longitude is not null and zip <> '';
