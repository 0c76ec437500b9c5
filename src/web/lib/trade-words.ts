/** The trade's words for what the code names: statuses, commands, records, fields. One place, so that screens agree. */
import type { HistoryKind } from '#contract/history-kinds.ts';
import type { AppointmentStatus, AssignmentStatus, JobPriority, JobStatus } from '#domain/job/job-card.ts';
import type { Role } from '#domain/roles.ts';
import { SETUP_KIND_NAMES, SETUP_TITLES, type SetupKind } from '#domain/setup/kind-titles.ts';

export const JOB_STATUS_WORDS: Readonly<Record<JobStatus, string>> = {
  Scheduled: 'Scheduled',
  Dispatched: 'Dispatched',
  InProgress: 'In progress',
  Hold: 'On hold',
  Completed: 'Completed',
  Canceled: 'Canceled',
};
export const APPOINTMENT_STATUS_WORDS: Readonly<Record<AppointmentStatus, string>> = {
  Scheduled: 'Scheduled',
  Dispatched: 'Dispatched',
  Working: 'Working',
  Hold: 'On hold',
  Done: 'Done',
  Canceled: 'Canceled',
  Unused: 'Unused',
};
export const ASSIGNMENT_STATUS_WORDS: Readonly<Record<AssignmentStatus, string>> = {
  Scheduled: 'Scheduled',
  Dispatched: 'On the way',
  Working: 'Working',
  Done: 'Done',
};
export const PRIORITY_WORDS: Readonly<Record<JobPriority, string>> = {
  Low: 'Low',
  Normal: 'Normal',
  High: 'High',
  Urgent: 'Urgent',
};
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  csr: 'CSR',
  dispatcher: 'Dispatcher',
  purchasing: 'Purchasing',
  accounting: 'Accounting',
  admin: 'Admin',
  technician: 'Technician',
};

const RECORD_WORDS: Readonly<Record<string, string>> = {
  customer: 'customer',
  location: 'location',
  contact: 'contact',
  job: 'job',
  appointment: 'visit',
  invoice: 'invoice',
  timeOff: 'time off',
  nonJobEvent: 'event',
  shift: 'shift',
  project: 'project',
  projectBudgetLine: 'budget line',
  vendor: 'vendor',
  vendorContact: 'contact',
  sku: 'SKU',
  stockLevel: 'stock level',
  note: 'note',
  draft: 'draft',
  file: 'file',
  ...(Object.fromEntries(SETUP_KIND_NAMES.map((kind) => [kind, SETUP_TITLES[kind].one])) as Record<
    SetupKind,
    string
  >),
  user: 'user',
  operation: 'step',
  import: 'import',
} satisfies Record<HistoryKind, string> & Record<string, string>;

/** "visit", "time off"; a kind of a newer server is a record. */
export const recordWord = (kind: unknown): string => RECORD_WORDS[String(kind)] ?? 'record';

const COMMAND_WORDS: Readonly<Record<string, string>> = {
  update: 'change',
  holdJob: 'hold',
  resumeJob: 'resume',
  cancelJob: 'cancel',
  removeCancellation: 'bring back',
  completeJob: 'complete',
  reopenJob: 'reopen',
  addAppointment: 'add a visit to',
  reschedule: 'reschedule',
  holdAppointment: 'hold',
  releaseAppointment: 'release',
  confirm: 'confirm',
  unconfirm: 'unconfirm',
  setInstructions: 'change the instructions of',
  setExternalKey: 'change the external key of',
  deleteAppointment: 'delete',
  splitAppointment: 'split',
  duplicateAppointment: 'duplicate',
  assign: 'assign',
  unassign: 'unassign',
  reassign: 'move',
  park: 'park',
  unpark: 'take out of its holding lane',
  dispatch: 'dispatch',
  cancelDispatch: 'call back',
  arrive: 'mark as arrived',
  pause: 'pause',
  resumeWork: 'resume',
  leave: 'mark as left',
};
/** The verb for a command: "cancel", "bring back". */
export const commandWord = (command: unknown): string => COMMAND_WORDS[String(command)] ?? 'change';

const STATUS_WORDS: Readonly<Record<string, string>> = {
  ...JOB_STATUS_WORDS,
  ...APPOINTMENT_STATUS_WORDS,
  Paused: 'Paused',
  Deleted: 'Deleted',
  Pending: 'Pending',
  Posted: 'Posted',
  Exported: 'Exported',
};
/** Lower case, for the middle of a sentence: "in progress", "on hold". */
export const statusWord = (status: unknown): string =>
  (typeof status === 'string' ? (STATUS_WORDS[status] ?? status).toLowerCase() : undefined) ??
  'in another status by now';

const FIELD_WORDS: Readonly<Record<string, string>> = {
  start: 'Start',
  end: 'End',
  windowStart: 'Window from',
  windowEnd: 'Window to',
  technicians: 'Technicians',
  status: 'Status',
  hold: 'Hold',
  canceled: 'Cancellation',
  isConfirmed: 'Confirmed',
  specialInstructions: 'Special instructions',
  holdingLaneId: 'Holding lane',
  active: 'Active',
  unused: 'Unused',
  summary: 'Summary',
  jobTypeId: 'Job type',
  businessUnitId: 'Business unit',
  priority: 'Priority',
  billToCustomerId: 'Bill to',
  campaignId: 'Campaign',
  customerPo: 'Customer PO',
  tagIds: 'Tags',
  customFields: 'Custom fields',
  completedOn: 'Completed',
  name: 'Name',
  type: 'Type',
  doNotService: 'Do not service',
  memo: 'Memo',
  mayMessage: 'May be messaged',
  businessHours: 'Business hours',
  street: 'Street',
  unit: 'Unit',
  city: 'City',
  state: 'State',
  zip: 'ZIP',
  country: 'Country',
  latitude: 'Latitude',
  longitude: 'Longitude',
  timeZone: 'Time zone',
  zoneId: 'Dispatch zone',
  taxZoneId: 'Tax zone',
  kind: 'Kind',
  value: 'Number or address',
  locationId: 'Location',
  customerId: 'Customer',
  technicianId: 'Technician',
  technicianIds: 'Technicians',
  label: 'Label',
  email: 'E-mail',
  password: 'Password',
  roles: 'Roles',
  businessUnitIds: 'Business units',
  companyName: 'Company',
  token: 'Setup token',
  current: 'Current password',
  next: 'New password',
  reasonId: 'Reason',
  syncStatus: 'Invoice status',
  text: 'Text',
  pinned: 'Pinned',
  appointment: 'Visit',
  number: 'Number',
  projectId: 'Project',
  description: 'Description',
  typeId: 'Type',
  statusId: 'Status',
  subStatusId: 'Sub-status',
  startsOn: 'Start',
  targetCompletion: 'Target completion',
  actualCompletion: 'Completed',
  managerUserIds: 'Managers in the office',
  managerTechnicianIds: 'Managing technicians',
  externalKey: 'External key',
  quantity: 'Quantity',
  amountCents: 'Amount',
  limitCents: 'Limit',
  base: 'Of',
  dueBy: 'Due',
  contactFirstName: 'First name',
  contactLastName: 'Last name',
  phone: 'Phone',
  fax: 'Fax',
  role: 'Role',
  defaultTaxRate: 'Default tax rate',
  deliveryOption: 'Orders go out',
  paymentTermId: 'Payment term',
  remittanceVendorId: 'Remit to',
  overReceiptTolerance: 'Over-receipt tolerance',
  priceTolerance: 'Price tolerance',
  code: 'Code',
  cost: 'Cost',
  taxable: 'Taxable',
  serialized: 'Serial numbers',
  glAccountId: 'GL account',
  stock: 'Stock',
  least: 'Least',
  most: 'Most',
};
/** "window from": what a form or a history calls a field; `customerReference` reads "Customer reference". */
export function fieldWord(field: string): string {
  const last =
    field
      .split('.')
      .filter((part) => !/^\d+$/.test(part))
      .at(-1) ?? field;
  const known = FIELD_WORDS[last];
  if (known) return known;
  const words = last.replace(/Id$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "start and technicians", of changes that name their field; '' for none. */
export function fieldList(changes: unknown): string {
  const names = (Array.isArray(changes) ? changes : []).flatMap((one: unknown) => {
    const field = typeof one === 'object' && one !== null && 'field' in one ? one.field : one;
    return typeof field === 'string' ? [fieldWord(field).toLowerCase()] : [];
  });
  return new Intl.ListFormat('en-US').format([...new Set(names)]);
}

/** What people did at the door, as they would say it. */
const DOOR_WORDS: Readonly<Record<string, string>> = {
  'session.sign-in': 'signed in',
  'session.sign-out': 'signed out',
  'session.end': 'signed out elsewhere',
  'user.end-sessions': 'user signed out everywhere',
  'user.change-password': 'password changed',
  'user.first-admin': 'first admin made',
};

/** What a step did, from its event's name: "job booked", "visit rescheduled", "time off changed", "signed in". */
export function verbWords(verb: string): string {
  const said = DOOR_WORDS[verb];
  if (said) return said;
  const [kind = '', ...rest] = verb.split('.');
  const done = rest
    .join(' ')
    .replaceAll('-', ' ')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const written = kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `${RECORD_WORDS[written] ?? kind} ${done}`.trim();
}

/** What to look for among verbs when somebody types what `verbWords` says of one: "visit", "time off change", "signed in". */
export function verbPartOf(typed: string): string {
  const text = typed.trim().toLowerCase();
  if (text === '') return text;
  const door = Object.entries(DOOR_WORDS).find(([, words]) => words.startsWith(text));
  if (door) return door[0];
  const kind = Object.entries(RECORD_WORDS).find(([, word]) => text === word || text.startsWith(`${word} `));
  if (!kind) return text;
  // Verbs of the audit write a kind with hyphens: time-off.add.
  const written = kind[0].replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `${written}.${text.slice(kind[1].length).trim().replaceAll(' ', '-')}`;
}
