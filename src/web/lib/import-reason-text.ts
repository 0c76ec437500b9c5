/**
 * What the imports page says: what became of a row and why, what a column means, why an import failed. The
 * sentences of reasons are the contract's (`import-sentences.ts`), shared with the result file; here moments in them
 * are written on the clock of the import's zone. Every table is exhaustive by type.
 */
import type { ImportFieldName, ImportState } from '#contract/import.ts';
import type { ImportKind, RowFate } from '#contract/import-kinds.ts';
import { reasonSentence, type TellableReason } from '#contract/import-sentences.ts';
import { dayOf, type Instant, isInstant } from '#domain/time.ts';
import { formatDay, formatTime, zoneName } from './format.ts';
import { refusalText } from './refusal-text.ts';

/** `Sun 6 Nov 2011 1:30 EDT`: with year and zone, since neither is the reader's own. */
export const momentInZone = (at: Instant, zone: string): string =>
  `${formatDay(dayOf(at, zone), { year: true })} ${formatTime(at, zone)} ${zoneName(at, zone)}`;

/** One sentence for one reason, with every moment on the wall clock of `zone`. */
export function importReasonText(reason: TellableReason, zone: string): string {
  const params = Object.entries(reason.params).map(([name, value]) => [
    name,
    typeof value === 'string' && isInstant(value) ? momentInZone(value, zone) : value,
  ]);
  return reasonSentence({ code: reason.code, params: Object.fromEntries(params) });
}

type FateWords = { readonly will: string; readonly did: string; readonly means: string };
const UNDONE: Readonly<Record<'undone' | 'stays', FateWords>> = {
  undone: {
    will: 'Taken back',
    did: 'Taken back',
    means: 'The undo has taken back what this row had written.',
  },
  stays: {
    will: 'Stays',
    did: 'Stays',
    means: 'Somebody has worked on it since the import, so the undo left it as it is.',
  },
};

/** What became of a row: `will` before the run, `did` after it, `means` on hover. */
export const fateWords = (kind: ImportKind, fate: RowFate): FateWords =>
  (kind === 'service-requests' ? REQUEST_FATES : RECORD_FATES)[fate];

const REQUEST_FATES: Readonly<Record<RowFate, FateWords>> = {
  create: { will: 'To book', did: 'Booked', means: 'Complete and clear: nothing to remark.' },
  report: {
    will: 'To book, with remarks',
    did: 'Booked, with remarks',
    means: 'Something was missing or ambiguous; the row says what, and what was taken instead.',
  },
  duplicate: {
    will: 'To book, tagged',
    did: 'Booked, tagged',
    means: 'Same address, type and day as an earlier request: tagged “Possible duplicate”.',
  },
  exists: {
    will: 'Already here',
    did: 'Already here',
    means: 'An earlier import booked this request; it stays as it is.',
  },
  reject: {
    will: 'Left out',
    did: 'Left out',
    means: 'Without a number, a time or a place nothing can be booked.',
  },
  update: { will: 'To change', did: 'Changed', means: 'The file says something new about it.' },
  ...UNDONE,
};

const RECORD_FATES: Readonly<Record<RowFate, FateWords>> = {
  create: { will: 'New', did: 'Made', means: 'Nobody here has this key: it is made.' },
  report: {
    will: 'New, with remarks',
    did: 'Made, with remarks',
    means: 'It is made; the row says what was missing or could not be read.',
  },
  update: {
    will: 'To change',
    did: 'Changed',
    means: 'It is here already; what the file says anew is taken over, what was edited here stays.',
  },
  duplicate: {
    will: 'Looks like one we have',
    did: 'Looked like one we have',
    means: 'Somebody who looks the same is here without a key of another program; the row is left out.',
  },
  exists: { will: 'Unchanged', did: 'Unchanged', means: 'It is here already and the file says nothing new.' },
  reject: { will: 'Left out', did: 'Left out', means: 'The row cannot be used; the reasons say why.' },
  ...UNDONE,
};

/** What a file holds, in the words of the choice and of sentences. */
export const KIND_WORDS: Readonly<
  Record<
    ImportKind,
    { readonly title: string; readonly one: string; readonly many: string; readonly text: string }
  >
> = {
  'service-requests': {
    title: 'Service requests',
    one: 'request',
    many: 'requests',
    text: 'Requests become jobs with a customer, a location and an unassigned visit.',
  },
  customers: {
    title: 'Customers',
    one: 'customer',
    many: 'customers',
    text: 'Each row becomes a customer with address, phone numbers and e-mail. Import these first.',
  },
  locations: {
    title: 'Locations',
    one: 'location',
    many: 'locations',
    text: 'More places of customers who are here already, found by their key or name.',
  },
  contacts: {
    title: 'Contacts',
    one: 'contact',
    many: 'contacts',
    text: 'More phone numbers and e-mail addresses of customers who are here already.',
  },
  jobs: {
    title: 'Open jobs',
    one: 'job',
    many: 'jobs',
    text: 'Open work with its next visit, for customers who are here already. Closed jobs are left out.',
  },
};

export const IMPORT_STATUS_WORDS: Readonly<Record<ImportState['status'], string>> = {
  Uploaded: 'Uploaded, not checked',
  Checking: 'Checking',
  Checked: 'Checked, not imported',
  Running: 'Importing',
  Done: 'Imported',
  Canceled: 'Canceled',
  Failed: 'Failed',
  Undoing: 'Undoing',
  Undone: 'Undone',
};

/** What a column can mean, as it stands in the choice. */
export const FIELD_WORDS: Readonly<Record<ImportFieldName, string>> = {
  externalId: 'Request number',
  openedOn: 'Opened',
  dueOn: 'Due',
  closedOn: 'Closed',
  summary: 'Summary',
  category: 'Type of job',
  details: 'Details',
  address: 'Full address',
  street: 'Street',
  city: 'City',
  state: 'State',
  zip: 'ZIP',
  latitude: 'Latitude',
  longitude: 'Longitude',
  source: 'Source',
  ignore: 'Leave out',
  externalKey: 'Key in the old program',
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  company: 'Company',
  customerType: 'Residential or commercial',
  phone: 'Phone',
  mobile: 'Mobile',
  email: 'E-mail',
  unit: 'Unit, apartment',
  tags: 'Tags',
  memo: 'Notes',
  doNotService: 'Do not service',
  customerKey: 'Customer’s key',
  customerName: 'Customer’s name',
  locationKey: 'Location’s key',
  zone: 'Dispatch zone',
  timeZone: 'Time zone',
  mayMessage: 'May be messaged',
  jobType: 'Job type',
  businessUnit: 'Business unit',
  campaign: 'Campaign',
  status: 'Status',
  start: 'Scheduled start',
  end: 'Scheduled end',
  duration: 'Duration',
  windowStart: 'Arrival window from',
  windowEnd: 'Arrival window to',
  technician: 'Technician',
  priority: 'Priority',
  customerPo: 'Customer PO',
  bookedOn: 'Booked on',
};

const THINGS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  job: ['job', 'jobs'],
  customer: ['customer', 'customers'],
  location: ['location', 'locations'],
  contact: ['contact', 'contacts'],
  jobType: ['job type', 'job types'],
  businessUnit: ['business unit', 'business units'],
  taxZone: ['tax zone', 'tax zones'],
  campaign: ['campaign', 'campaigns'],
  tag: ['tag', 'tags'],
  customField: ['custom field', 'custom fields'],
  reason: ['reason to hold or cancel', 'reasons to hold or cancel'],
};

const PEOPLE_CARE = ['job', 'customer', 'location', 'contact'];
const words = new Intl.ListFormat('en-US');
const place = (what: string): number => {
  const at = Object.keys(THINGS).indexOf(what);
  return at < 0 ? Number.MAX_SAFE_INTEGER : at;
};

/** What was, or would be, made: jobs and their people first, what the lists lacked after them; '' for nothing. */
export function madeWords(made: ImportState['made']): { main: string; rest: string } {
  const some = made.filter(({ count }) => count > 0).sort((a, b) => place(a.what) - place(b.what));
  const listed = (isMain: boolean) =>
    words.format(some.filter(({ what }) => PEOPLE_CARE.includes(what) === isMain).map(madeText));
  return { main: listed(true), rest: listed(false) };
}

/** `13,556 jobs`, `1 tag`. A kind of record from a newer server is told by its own name. */
function madeText({ what, count }: { what: string; count: number }): string {
  const [one, many] = THINGS[what] ?? [what, what];
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

export const ENCODING_WORDS: Readonly<Record<ImportState['encoding'], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

const FAILED: Readonly<Record<string, string>> = {
  'import.interrupted': 'The server stopped while it worked on this. What it had booked until then stays.',
  'import.file_gone': 'The uploaded file is no longer on the server. Upload it again; what was booked stays.',
};

/** Why an import failed: the codes of `ImportState.problem`. */
export const importProblemText = ({ code, params }: NonNullable<ImportState['problem']>): string =>
  FAILED[code] ?? refusalText(code, params);
