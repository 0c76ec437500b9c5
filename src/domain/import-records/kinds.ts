/** What the columns of a file of records can mean, per kind. Service requests: `domain/import-requests`. */
import type { RecordImportKind } from './record-kinds.ts';

const ADDRESS = ['address', 'street', 'unit', 'city', 'state', 'zip', 'latitude', 'longitude'] as const;
const OF_CUSTOMER = ['customerKey', 'customerName'] as const;

/** Fields a column of each kind can be mapped to, in the order in which they are offered. */
export const RECORD_FIELDS = {
  customers: [
    'externalKey',
    'name',
    'firstName',
    'lastName',
    'company',
    'customerType',
    'phone',
    'mobile',
    'email',
    ...ADDRESS,
    'zone',
    'tags',
    'memo',
    'doNotService',
    'ignore',
  ],
  locations: ['externalKey', ...OF_CUSTOMER, 'name', ...ADDRESS, 'zone', 'timeZone', 'memo', 'ignore'],
  contacts: [
    'externalKey',
    ...OF_CUSTOMER,
    'locationKey',
    'name',
    'phone',
    'mobile',
    'email',
    'memo',
    'mayMessage',
    'ignore',
  ],
  jobs: [
    'externalKey',
    ...OF_CUSTOMER,
    'locationKey',
    ...ADDRESS.slice(0, 6),
    'jobType',
    'businessUnit',
    'campaign',
    'summary',
    'details',
    'status',
    'start',
    'end',
    'duration',
    'windowStart',
    'windowEnd',
    'technician',
    'priority',
    'tags',
    'customerPo',
    'bookedOn',
    'ignore',
  ],
} as const satisfies Record<RecordImportKind, readonly string[]>;
export type RecordField = (typeof RECORD_FIELDS)[RecordImportKind][number];

/** Without one of each of these, no row of the kind can be anything. */
export const NEEDED_FIELDS: Readonly<Record<RecordImportKind, readonly (readonly RecordField[])[]>> = {
  customers: [['name', 'lastName', 'company']],
  locations: [
    ['customerKey', 'customerName'],
    ['address', 'street'],
  ],
  contacts: [
    ['customerKey', 'customerName'],
    ['phone', 'mobile', 'email'],
  ],
  jobs: [['customerKey', 'customerName'], ['jobType'], ['start']],
};

/**
 * What a row is known again by in a file without a column of keys, as a plain spreadsheet is: of each list what is
 * filled first.
 */
export const KNOWN_BY: Readonly<Record<RecordImportKind, readonly (readonly RecordField[])[]>> = {
  customers: [
    ['name', 'company', 'lastName'],
    ['firstName'],
    ['phone', 'mobile', 'email', 'address', 'street'],
  ],
  locations: [['customerKey', 'customerName'], ['address', 'street'], ['unit'], ['city', 'zip']],
  contacts: [['customerKey', 'customerName'], ['name'], ['phone', 'mobile', 'email']],
  jobs: [['customerKey', 'customerName'], ['jobType'], ['start']],
};

/** Lists whose missing names an import may add to, when it is told to; all others carry rules nobody has thought about. */
export const MAKEABLE_LISTS = ['tag', 'jobType', 'campaign'] as const;
export type MakeableList = (typeof MAKEABLE_LISTS)[number];

/** What becomes of a customer of the file who looks like one we have, without a key of another program. */
export const DUPLICATE_CHOICES = ['skip', 'link', 'create'] as const;
export type DuplicateChoice = (typeof DUPLICATE_CHOICES)[number];
