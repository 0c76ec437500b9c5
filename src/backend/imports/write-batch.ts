/**
 * One batch of plans against the database. Checking and running ask the same question (`settle`), so that the preview
 * is what happens; only running writes. A request is known by its number (`jobs.external_key`), so the same file
 * imported twice books nothing twice.
 */
import type { ImportRow } from '#contract/import.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { fateOf, type RowReason } from '#domain/import-requests/fields.ts';
import type { PlannedRequest, RowPlan } from '#domain/import-requests/plan-rows.ts';
import { decideJob } from '#domain/job/decide.ts';
import type { JobCard } from '#domain/job/job-card.ts';
import { addMinutes } from '#domain/time.ts';
import { type Booking, bookJobs } from '../jobs/book.ts';
import type { CommandContext } from '../write/context.ts';
import { must } from '../write/must.ts';
import { IMPORT_SOURCE, knownPlaces, makePlaces, type Place, placeKey } from './places.ts';
import { ensureJobTypes, type ImportSetup, type Made, type StoredJobType } from './setup-records.ts';
import { bookedByLine } from './store.ts';

export const externalKey = (request: PlannedRequest): string => `service-request:${request.externalId}`;

type ToBook = { readonly plan: RowPlan; readonly request: PlannedRequest; readonly reasons: RowReason[] };
type Settled = {
  /** What became of every row of the batch; rows still to be booked have no job yet. */
  readonly rows: ImportRow[];
  readonly toBook: readonly ToBook[];
  /** Store keys of places that exist. */
  readonly places: ReadonlyMap<string, Place>;
};

const rowOf = (plan: RowPlan, reasons: readonly RowReason[]): ImportRow => ({
  line: plan.line,
  fate: fateOf(reasons),
  reasons: [...reasons],
  externalId: plan.externalId,
  summary: plan.summary.slice(0, 300),
  jobId: null,
  customerId: null,
});

/** Asks the database which requests and places it knows. Writes nothing. */
export async function settle(tx: Transaction, importId: Id, batch: readonly RowPlan[]): Promise<Settled> {
  const requests = batch.flatMap(({ request }) => request ?? []);
  const existing = await tx.query<{ key: string; id: Id }>(
    `select external_key as key, id from company.jobs where tenant_id = $1 and external_key = any($2::text[])`,
    [tx.tenantId, requests.map(externalKey)],
  );
  const jobOf = new Map(existing.map(({ key, id }) => [key, id]));
  const own = await bookedByLine(
    tx,
    importId,
    batch.map((plan) => plan.line),
  );
  const places = await knownPlaces(tx, [...new Set(requests.map(placeKey))]);
  const rows: ImportRow[] = [];
  const toBook: ToBook[] = [];
  for (const plan of batch) {
    const { request } = plan;
    const jobId = request ? (jobOf.get(externalKey(request)) ?? null) : null;
    if (request && jobId !== null && own.get(plan.line) !== jobId) {
      rows.push({ ...rowOf(plan, []), fate: 'exists', jobId });
      continue;
    }
    const reasons = [...plan.reasons];
    const other = request && places.others.get(placeKey(request));
    if (request && other && !places.own.has(placeKey(request))) {
      reasons.push({ code: 'address.of_other_customer', params: { customer: other } });
    }
    rows.push({ ...rowOf(plan, reasons), jobId });
    if (request && jobId === null) toBook.push({ plan, request, reasons });
  }
  return { rows, toBook, places: places.own };
}

/** Books what is to be booked and completes what was closed. All or none: throws ProblemError when the rules refuse one. */
export async function writeBatch(
  tx: Transaction,
  context: CommandContext,
  importId: Id,
  batch: readonly RowPlan[],
  setup: ImportSetup,
): Promise<{ readonly rows: ImportRow[]; readonly made: Made }> {
  const { rows, toBook, places } = await settle(tx, importId, batch);
  if (toBook.length === 0) return { rows, made: {} };
  const unit = setup.businessUnitId;
  const jobTypes = await ensureJobTypes(
    tx,
    context,
    unit,
    toBook.map(({ request }) => request.category),
  );
  const wanted = new Map<string, PlannedRequest>();
  for (const { request } of toBook) {
    const key = placeKey(request);
    if (!places.has(key) && !wanted.has(key)) wanted.set(key, request);
  }
  const newPlaces = await makePlaces(tx, context, wanted);
  const bookings = toBook.map(({ request }) => {
    const key = placeKey(request);
    const jobType = jobTypes.types.get(request.category.toLowerCase())!;
    return bookingOf(context, request, setup, jobType, (places.get(key) ?? newPlaces.get(key))!);
  });
  const { jobIds } = await bookJobs(
    tx,
    context,
    bookings,
    { verb: 'job.booked', undoable: false },
    { warnings: false },
  );
  const jobOfLine = new Map(toBook.map(({ plan }, index) => [plan.line, jobIds[index]!]));
  return {
    rows: rows.map((row) => ({ ...row, jobId: row.jobId ?? jobOfLine.get(row.line) ?? null })),
    made: { ...jobTypes.made, customer: newPlaces.size, location: newPlaces.size, job: jobIds.length },
  };
}

function bookingOf(
  context: CommandContext,
  request: PlannedRequest,
  setup: ImportSetup,
  jobType: StoredJobType,
  place: Place,
): Booking {
  const { start, end } = request.window;
  const { completedOn } = request;
  return {
    customer: { id: place.customerId },
    location: { id: place.locationId },
    jobTypeId: jobType.id,
    businessUnitId: setup.businessUnitId,
    campaignId: setup.campaignId,
    priority: 'Normal',
    summary: request.summary,
    customerPo: '',
    tagIds: request.sameDayAs === null ? [] : [setup.duplicateTagId],
    customFields: {
      request: request.externalId,
      ...(request.dueOn ? { due: request.dueOn } : {}),
      ...(request.sameDayAs === null ? {} : { sameDayAs: request.sameDayAs }),
    },
    appointment: {
      start,
      end: addMinutes(start, jobType.durationMinutes),
      windowStart: start,
      windowEnd: end,
      technicianIds: [],
      specialInstructions: '',
    },
    bookedOn: request.openedOn,
    source: request.source || IMPORT_SOURCE,
    externalKey: externalKey(request),
    ...(completedOn === null ? {} : { afterwards: (card: JobCard) => completed(context, card, completedOn) }),
  };
}

/** Through the rules, like any completion; nobody was assigned, so the appointment becomes unused. */
function completed(
  context: CommandContext,
  card: JobCard,
  completedOn: NonNullable<PlannedRequest['completedOn']>,
): JobCard {
  return must(
    decideJob(
      card,
      { type: 'completeJob', completedOn },
      { now: context.now, actorId: context.actor.userId, workingElsewhere: new Set() },
    ),
  );
}
