/**
 * The records the backend keeps, as data: table, columns (camelCase, as in the domain), which of them are personal
 * (history keeps those apart, domain-rules §10), and which change events they make. Everything that loads, saves,
 * keeps history or undoes works from this table, so a new record is one row here.
 */
import type { Id } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';

export type RecordShape = {
  readonly table: string;
  /** All columns but tenant_id, version, created_on and modified_on. */
  readonly columns: readonly string[];
  /** Columns that hold JSON in the database. */
  readonly json: readonly string[];
  readonly personal: readonly string[];
  /** The column that names the person the personal fields belong to. */
  readonly person: string | null;
  /** Kept up by the store, shown to nobody: no history, no undo. */
  readonly internal: readonly string[];
};

const shape = (table: string, columns: string, more: Partial<RecordShape> = {}): RecordShape => ({
  table,
  columns: columns.split(' '),
  json: [],
  personal: [],
  person: null,
  internal: [],
  ...more,
});

export const RECORDS = {
  customer: shape(
    'company.customers',
    'id name type doNotService tagIds memo paymentTermId source search active',
    { personal: ['name', 'memo'], person: 'id', internal: ['search'] },
  ),
  location: shape(
    'company.locations',
    'id customerId name street unit city state zip country latitude longitude timeZone zoneId taxZoneId memo addressKey active',
    {
      personal: ['name', 'street', 'unit', 'latitude', 'longitude', 'memo'],
      person: 'customerId',
      internal: ['addressKey'],
    },
  ),
  contact: shape('company.contacts', 'id customerId locationId kind value memo active', {
    personal: ['value', 'memo'],
    person: 'customerId',
  }),
  job: shape(
    'company.jobs',
    'id number customerId locationId billToCustomerId businessUnitId jobTypeId campaignId projectId priority summary customerPo tagIds customFields status hold canceled completedOn recallForJobId warrantyForJobId bookedOn source externalKey',
    { json: ['customFields', 'hold', 'canceled'], internal: ['externalKey'] },
  ),
  appointment: shape(
    'company.appointments',
    'id jobId number start end windowStart windowEnd status hold isConfirmed specialInstructions unused active',
    { json: ['hold'] },
  ),
  invoice: shape(
    'company.invoices',
    'id number kind jobId customerId locationId businessUnitId billToName taxZoneId paymentTermId currency invoiceDate dueDate syncStatus reviewStatus',
    { personal: ['billToName'], person: 'customerId' },
  ),
  timeOff: shape('company.time_off', 'id technicianId label start end active'),
  nonJobEvent: shape('company.non_job_events', 'id technicianId label start end active'),
  shift: shape('company.shifts', 'id technicianId start end active'),
  technician: shape(
    'company.technicians',
    'id name businessUnitId phone email skillIds zoneIds latitude longitude active',
  ),
  businessUnit: shape('company.business_units', 'id name timeZone currency taxZoneId paymentTermId active'),
  jobType: shape('company.job_types', 'id name businessUnitIds skillIds durationMinutes priority active'),
  campaign: shape('company.campaigns', 'id name active'),
  tag: shape('company.tags', 'id name color active'),
  reason: shape('company.reasons', 'id name kind active'),
  zone: shape('company.zones', 'id name active'),
  skill: shape('company.skills', 'id name active'),
  customField: shape('company.custom_fields', 'id owner key label kind requiredAtBooking active'),
  taxZone: shape('company.tax_zones', 'id name active'),
} as const satisfies Record<string, RecordShape>;

export type RecordKind = keyof typeof RECORDS;

/** A record as it is loaded: the columns above plus what every table has. Shapes are the domain's. */
export type StoredRecord = {
  readonly id: Id;
  readonly version: number;
  readonly createdOn: Instant;
  readonly modifiedOn: Instant;
} & Readonly<Record<string, unknown>>;

/** camelCase to the column's name, quoted because `start` and `end` are words of SQL. */
export const columnName = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const quoted = (field: string): string => `"${columnName(field)}"`;
