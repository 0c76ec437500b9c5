/** One row of a file of open jobs, read by itself: what it says and whom it names. Nobody is looked up here. */
import { addressKey, fold } from '../address-key.ts';
import type { DateOrder } from '../import-requests/date-order.ts';
import { readTime, takeTime } from '../import-requests/read-time.ts';
import { JOB_PRIORITIES, type JobPriority } from '../job/job-card.ts';
import { LONGEST_SUMMARY } from '../job/summary.ts';
import { addMinutes, type Instant } from '../time.ts';
import { addressOf, type Cells, cellsOf, keyOf, listOf, shortened } from './cells.ts';
import type { RecordField } from './kinds.ts';
import type { RecordSettings, Ref } from './plan.ts';
import { isRejected, type RecordReason } from './reasons.ts';

/** What a row that can be booked asks for; names and keys are as the file writes them. */
export type PlannedJob = {
  readonly customer: Ref;
  readonly locationKey: string;
  /** '' when the row has no address. */
  readonly addressKey: string;
  readonly jobType: string;
  readonly businessUnit: string;
  readonly campaign: string;
  readonly technicians: readonly string[];
  readonly tags: readonly string[];
  readonly summary: string;
  readonly customerPo: string;
  readonly priority: JobPriority;
  readonly start: Instant;
  /** null: as long as its job type takes. */
  readonly end: Instant | null;
  readonly windowStart: Instant | null;
  readonly windowEnd: Instant | null;
  readonly bookedOn: Instant | null;
};
export type JobPlan = {
  readonly line: number;
  readonly key: string;
  readonly summary: string;
  readonly reasons: readonly RecordReason[];
  /** null: rejected. */
  readonly job: PlannedJob | null;
};

/** What other programs call work that nobody is sent to any more. */
const CLOSED = /^(complete|closed|done|cancel|invoiced|paid|finished|archived|lost|declined|no.?show)/i;

export const rejectedJob = (
  line: number,
  code: RecordReason['code'],
  params: RecordReason['params'] = {},
): JobPlan => ({ line, key: '', summary: '', reasons: [{ code, params }], job: null });

/** What times of the file mean: the clock they were read from, and which number of 03/04/2026 is the month. */
type Clock = { readonly zone: string; readonly dates?: DateOrder | undefined };

/** Reads rows in the file's order on the clock of `zone`; a key used twice is rejected. */
export function jobPlanner(
  settings: RecordSettings & Clock,
): (line: number, row: readonly string[]) => JobPlan {
  const lineOf = new Map<string, number>();
  return (line, row) => {
    if (row.length !== settings.columns)
      return rejectedJob(line, 'row.columns', { found: row.length, expected: settings.columns });
    const cells = cellsOf(row, settings.positions);
    const key = keyOf(cells, 'jobs');
    const before = lineOf.get(key);
    if (key !== '' && before !== undefined) cells.tell('key.repeated', { line: before });
    const job = readJob(cells, settings);
    const isOut = job === null || isRejected(cells.reasons);
    if (!isOut) lineOf.set(key, line);
    const summary = job?.summary ?? summaryOf(cells);
    return { line, key, summary, reasons: cells.reasons, job: isOut ? null : job };
  };
}

function readJob(cells: Cells, clock: Clock): PlannedJob | null {
  const status = cells.text('status');
  if (CLOSED.test(status)) cells.tell('job.closed', { status: status.toLowerCase().slice(0, 40) });
  const jobType = cells.text('jobType');
  if (jobType === '') cells.tell('jobType.unknown', { ref: '' });
  const customer = { key: cells.text('customerKey'), name: cells.text('customerName') };
  if (customer.key === '' && customer.name === '') cells.tell('customer.unknown', { ref: '' });
  const start = timeOf(cells, 'start', clock);
  if (start === null) return null;
  const end = endOf(cells, start, clock);
  const window = {
    windowStart: timeOf(cells, 'windowStart', clock),
    windowEnd: timeOf(cells, 'windowEnd', clock),
  };
  const hasWindow = window.windowStart !== null && window.windowEnd !== null;
  if (hasWindow && window.windowEnd! <= window.windowStart!)
    cells.tell('end.before_start', { text: cells.text('windowEnd') });
  const address = addressOf(cells);
  return {
    customer,
    locationKey: cells.text('locationKey'),
    addressKey: address ? addressKey(address) : '',
    jobType,
    businessUnit: cells.text('businessUnit'),
    campaign: cells.text('campaign'),
    technicians: listOf(cells.text('technician').replaceAll(/ and | & /g, ';')),
    tags: listOf(cells.text('tags')),
    summary: summaryOf(cells),
    customerPo: cells.cut('customerPo', 60),
    priority: priorityOf(cells),
    start,
    end,
    ...(hasWindow ? window : { windowStart: null, windowEnd: null }),
    bookedOn: timeOf(cells, 'bookedOn', clock),
  };
}

const summaryOf = (cells: Cells): string =>
  shortened(
    cells.tell,
    'summary',
    [cells.lines('summary'), cells.lines('details')].filter(Boolean).join('\n') ||
      fold(cells.text('jobType')),
    LONGEST_SUMMARY,
  );

/** null: blank or unreadable, which rejects the row only for its start. */
function timeOf(
  cells: Cells,
  field: 'start' | 'end' | 'windowStart' | 'windowEnd' | 'bookedOn',
  { zone, dates }: Clock,
): Instant | null {
  const read = readTime(cells.text(field), zone, dates);
  if (read.kind === 'at') {
    const { instant, reasons } = takeTime(field, read);
    cells.reasons.push(...(reasons as RecordReason[]));
    return instant;
  }
  if (read.kind === 'unreadable') {
    const text = read.text.slice(0, 60);
    if (field === 'start') cells.tell('start.unreadable', { text });
    else cells.tell('value.unreadable', { field, text });
  } else if (field === 'start') cells.tell('start.missing');
  return null;
}

function endOf(cells: Cells, start: Instant, clock: Clock): Instant | null {
  const end = timeOf(cells, 'end', clock);
  if (end !== null && end <= start) cells.tell('end.before_start', { text: cells.text('end') });
  if (end !== null) return end;
  const minutes = minutesOf(cells, 'duration');
  return minutes === null ? null : addMinutes(start, minutes);
}

/** `90`, `90 min`, `1:30`, `1.5 h`; at most a week. */
function minutesOf(cells: Cells, field: RecordField): number | null {
  const text = cells.text(field);
  if (text === '') return null;
  const clock = /^(\d{1,3}):(\d\d)$/.exec(text);
  const plain = /^(\d{1,5}(?:\.\d{1,2})?) ?(m|min|mins|minutes|h|hr|hrs|hours?)?$/i.exec(text);
  const minutes = clock
    ? Number(clock[1]) * 60 + Number(clock[2])
    : plain
      ? Math.round(Number(plain[1]) * (/^h/i.test(plain[2] ?? '') ? 60 : 1))
      : 0;
  if (minutes > 0 && minutes <= 7 * 24 * 60) return minutes;
  cells.tell('value.unreadable', { field, text: text.slice(0, 60) });
  return null;
}

function priorityOf(cells: Cells): JobPriority {
  const text = cells.text('priority');
  const found = JOB_PRIORITIES.find((one) => one.toLowerCase() === text.toLowerCase());
  if (found) return found;
  if (/^(emergency|critical|asap|now)/i.test(text)) return 'Urgent';
  if (text !== '' && !/^(medium|standard|regular)/i.test(text))
    cells.tell('value.unreadable', { field: 'priority', text: text.slice(0, 60) });
  return 'Normal';
}
