/** Writing planned days: shifts and absences, the bookings as they were made, and what became of them. */
import type { BookJob } from '#contract/job-commands.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import type { JobCard } from '#domain/job/job-card.ts';
import type { Instant } from '#domain/time.ts';
import { type Booking, bookJobs } from '../jobs/book.ts';
import { saveCards } from '../jobs/save-cards.ts';
import { loadCards, type StoredCard } from '../jobs/store.ts';
import { writeInvoiceTotals } from '../receivables/ledger.ts';
import { takeTime } from '../time-spans/occupancy.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { type RecordChange, saveRecords } from '../write/save.ts';
import { linkShifts, standingDays } from './hours.ts';
import { decided, type Fate, stepsTo } from './life.ts';
import { liveAsItHappened } from './live-day.ts';
import type { PlannedDay, PlannedVisit } from './plan.ts';
import type { Dice } from './random.ts';
import type { DemoSetUp } from './set-up.ts';

const WORDS: Readonly<Record<string, string>> = {
  'No cool': 'Outdoor unit hums, no cold air since this morning.',
  'No heat': 'Furnace does not start, house at 58 degrees.',
  'Water heater': 'Water heater leaks at the base.',
  'Leak repair': 'Drip under the kitchen sink.',
  'Drain clear': 'Bathtub drains slowly.',
  'No power': 'Half the house is dark after the storm.',
};

export const bookingOf = (
  chance: Dice,
  setUp: DemoSetUp,
  visit: PlannedVisit,
  bookedOn: Instant,
): Booking => ({
  customer: { id: visit.place.customerId },
  location: { id: visit.place.locationId },
  jobTypeId: visit.type.id,
  businessUnitId: visit.unitId,
  campaignId: chance.pick(setUp.campaignIds),
  priority: visit.type.priority as BookJob['priority'],
  summary: WORDS[visit.type.name] ?? visit.type.name,
  customerPo: '',
  tagIds: chance.happens(0.08) ? [chance.pick(setUp.tagIds)] : [],
  customFields: {},
  appointment: {
    start: visit.start,
    end: visit.end,
    windowStart: visit.window.start,
    windowEnd: visit.window.end,
    technicianIds: visit.technicianId === null ? [] : [visit.technicianId],
    specialInstructions: '',
  },
  source: 'demo',
  bookedOn,
});

/** Shifts, time off and non-job events of days, with the time they take. */
export async function insertSpans(
  tx: Transaction,
  context: CommandContext,
  days: readonly PlannedDay[],
): Promise<void> {
  const isStanding = await standingDays(
    tx,
    days.map(({ day }) => day),
  );
  const shifts = days.flatMap((day) => day.shifts).filter((one) => !isStanding(one));
  const absences = days.flatMap((day) => day.absences);
  const ids = await newIds(tx, shifts.length + absences.length);
  const links = shifts.map(({ patternId, day }) => ({ id: ids.shift()!, patternId, day }));
  const records = [
    ...shifts.map(
      ({ technicianId, start, end }, at): RecordChange => ({
        kind: 'shift',
        before: null,
        after: { id: links[at]!.id, technicianId, start, end, active: true },
        label: 'Shift',
      }),
    ),
    ...absences.map(
      ({ kind, ...one }): RecordChange => ({
        kind,
        before: null,
        after: { ...one, id: ids.shift()!, active: true },
        label: one.label,
      }),
    ),
  ];
  const saved = await saveRecords(tx, context, { verb: 'shift.added', undoable: false }, records);
  await linkShifts(tx, links);
  for (const kind of ['timeOff', 'nonJobEvent'] as const) {
    const spans = saved.changes
      .filter((change) => change.kind === kind)
      .map((change) => change.after as never);
    if (spans.length > 0) await takeTime(tx, kind, spans);
  }
}

export type LivedVisit = { readonly jobId: Id; readonly fate: Fate };

/** Books the visits of a time; returns the job ids in the visits' order. */
export async function bookVisits(
  tx: Transaction,
  context: CommandContext,
  bookings: readonly Booking[],
): Promise<readonly Id[]> {
  if (bookings.length === 0) return [];
  const operation = { verb: 'job.booked', undoable: false, silent: true };
  const { jobIds } = await bookJobs(tx, context, bookings, operation, { warnings: false });
  return jobIds;
}

/**
 * Lets booked jobs become what they are by now; done ones get an invoice item.
 * @param history each step at its quarter hour (invoices stay pending), or all of them in one operation
 */
export async function liveVisits(
  tx: Transaction,
  context: CommandContext,
  chance: Dice,
  setUp: DemoSetUp,
  lived: readonly LivedVisit[],
  syncStatus: 'Pending' | 'Posted' | 'Exported',
  history: 'stepByStep' | 'atTheEnd' = 'stepByStep',
): Promise<void> {
  const fates = new Map(lived.filter((one) => one.fate !== 'planned').map((one) => [one.jobId, one.fate]));
  const cards = await loadCards(tx, [...fates.keys()]);
  const steps = new Map(
    cards.map((card) => [card.job.id, stepsTo(card, fates.get(card.job.id)!, chance, setUp)]),
  );
  const done = cards.filter((card) => fates.get(card.job.id) === 'done');
  if (history === 'stepByStep') {
    await liveAsItHappened(tx, context, steps);
    await insertItems(tx, context, setUp, done);
    return;
  }
  const pairs = cards.map((before) => ({
    before,
    after: steps
      .get(before.job.id)!
      .reduce<JobCard>((card, step) => decided(card, step, context.actor.userId), before),
  }));
  const invoices =
    syncStatus === 'Pending'
      ? []
      : await loadRecords(
          tx,
          'invoice',
          done.map((card) => card.invoiceId),
        );
  const extra = invoices.map(
    (before): RecordChange => ({
      kind: 'invoice',
      before,
      after: { ...before, syncStatus, reviewStatus: 'Invoiced' },
      label: '',
    }),
  );
  await saveCards(
    tx,
    context,
    { verb: 'job.completed', undoable: false, silent: true },
    pairs,
    { mode: 'quiet' },
    extra,
  );
  await insertItems(tx, context, setUp, done);
}

/** What the visit came to, with its entry in the ledger; written as it stands, like the past it belongs to. */
async function insertItems(
  tx: Transaction,
  context: CommandContext,
  setUp: DemoSetUp,
  cards: readonly StoredCard[],
): Promise<void> {
  if (cards.length === 0) return;
  const ids = await newIds(tx, cards.length);
  const skuOf = ({ job }: StoredCard) => setUp.skuOf.get(job.jobTypeId)!;
  const rows = cards.map((card, index) => {
    const sku = skuOf(card);
    return {
      tenant_id: tx.tenantId,
      id: ids[index],
      invoice_id: card.invoiceId,
      position: 1,
      kind: 'Service',
      sku_id: sku.id,
      description: sku.name,
      quantity: ONE,
      price: sku.price,
      cost: sku.cost,
      taxable: false,
      gl_account_id: setUp.incomeAccountId,
      technician_id: card.assignments[0]?.technicianId ?? null,
      active: true,
      version: 1,
      created_on: context.now,
      modified_on: context.now,
    };
  });
  await tx.query(
    `insert into company.invoice_items select * from jsonb_populate_recordset(null::company.invoice_items, $1::jsonb)`,
    [json(rows)],
  );
  await writeInvoiceTotals(
    tx,
    context,
    0,
    cards.map(({ invoiceId }) => invoiceId),
  );
}

/** Of a unit, in 1/10,000. */
const ONE = 10_000;
