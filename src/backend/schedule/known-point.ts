/**
 * Where a location is, for drives (domain-rules §4, "Soft"): its own pin, set by hand; else where the geocoder found its
 * address (`backend/geocoder`); else the middle of its postal code, learnt from the places of both kinds. None of them:
 * null, which drives count with their default and say so.
 */
type Degrees = 'latitude' | 'longitude';

const middleOf = (column: Degrees) => `(select avg(k.${column}) from (
    select o.${column} from company.locations o
      where o.tenant_id = l.tenant_id and o.zip = l.zip and o.zip <> '' and o.latitude is not null and o.longitude is not null
    union all select p.${column} from company.address_points p
      where p.tenant_id = l.tenant_id and p.zip = l.zip and p.zip <> '' and p.status = 'Found') k)`;

const found = (column: Degrees) => `(select p.${column} from company.address_points p
  where p.tenant_id = l.tenant_id and p.location_id = l.id and p.status = 'Found')`;

const hasPin = 'l.latitude is not null and l.longitude is not null';
const known = (column: Degrees) =>
  `case when ${hasPin} then l.${column} else coalesce(${found(column)}, ${middleOf(column)}) end`;

/** SQL of the two degrees of `l`, a row of company.locations, or null both. What is not needed is not asked for. */
export const LATITUDE = known('latitude');
export const LONGITUDE = known('longitude');

/** SQL of the point of `l` with what it comes from, as JSON; null when nobody knows where it is. */
export const POINT = `(select jsonb_build_object('latitude', w.latitude, 'longitude', w.longitude, 'source', w.source) from (
    select ${LATITUDE} as latitude, ${LONGITUDE} as longitude,
      case when ${hasPin} then 'pin' when ${found('latitude')} is not null then 'address' else 'postalCode' end as source) w
  where w.latitude is not null)`;
