/** What becomes of the rows of a batch of open jobs: whom each names, or why it cannot be booked. Never a guess. */
import type { ImportRow } from '#contract/import.ts';
import type { Id } from '#domain/ids.ts';
import type { MakeableList } from '#domain/import-records/kinds.ts';
import type { JobPlan, PlannedJob } from '#domain/import-records/plan-job.ts';
import { isRejected, type RecordReason } from '#domain/import-records/reasons.ts';
import { addMinutes, type Instant } from '#domain/time.ts';
import type { Booking } from '../../jobs/book.ts';
import { IMPORT_SOURCE } from '../places.ts';
import type { Found, JobReferences, JobType } from './job-references.ts';
import type { NewNames } from './new-names.ts';

type JobToBook = { readonly line: number; readonly booking: Booking };
type SettledJobs = { readonly rows: ImportRow[]; readonly toBook: readonly JobToBook[] };

/** `campaignId`: of jobs whose row names none that is here. */
export function settleJobs(
  batch: readonly JobPlan[],
  references: JobReferences,
  campaignId: Id,
  names: NewNames,
): SettledJobs {
  const rows: ImportRow[] = [];
  const toBook: JobToBook[] = [];
  const taken = new Map<Id, { start: Instant; end: Instant }[]>();
  for (const plan of batch) {
    const reasons = [...plan.reasons];
    const known = references.jobOf.get(plan.key);
    const booking =
      plan.job && known === undefined ? bookingOf(plan.key, plan.job, references, campaignId, reasons) : null;
    if (plan.job && known === undefined) tellMade(plan.job, names, reasons);
    const isBooked = booking !== null && !isRejected(reasons);
    if (isBooked)
      toBook.push({ line: plan.line, booking: withFreeTechnicians(booking, references, taken, reasons) });
    rows.push({
      line: plan.line,
      fate: known !== undefined ? 'exists' : !isBooked ? 'reject' : reasons.length > 0 ? 'report' : 'create',
      reasons: (known === undefined ? reasons : []) as ImportRow['reasons'],
      externalId: plan.key,
      summary: plan.summary.slice(0, 300),
      jobId: known ?? null,
      customerId: null,
    });
  }
  return { rows, toBook };
}

/** Told at the first row that names it. */
function tellMade(job: PlannedJob, names: NewNames, reasons: RecordReason[]): void {
  const tell = (list: MakeableList, name: string) => {
    if (names.isFirst(list, name)) reasons.push({ code: `${list}.made`, params: { name } });
  };
  tell('jobType', job.jobType);
  tell('campaign', job.campaign);
  for (const name of job.tags) tell('tag', name);
}

type Tell = (code: RecordReason['code'], params?: RecordReason['params']) => void;

/** null with at least one rejecting reason told. */
function bookingOf(
  key: string,
  job: PlannedJob,
  references: JobReferences,
  importCampaignId: Id,
  reasons: RecordReason[],
): Booking | null {
  const tell: Tell = (code, params = {}) => void reasons.push({ code, params });
  const one = <T>(found: Found<T>, kind: 'jobType' | 'unit', ref: string): T | null => {
    if (found.kind === 'one') return found.record;
    if (found.kind === 'none') tell(`${kind}.unknown`, { ref });
    else tell(`${kind}.ambiguous`, { ref, count: found.count });
    return null;
  };
  const place = placeOf(job, references, tell);
  const jobType = one(references.jobTypes.find(job.jobType), 'jobType', job.jobType);
  const unitId =
    job.businessUnit === ''
      ? jobType && onlyUnitOf(jobType, references, tell)
      : (one(references.units.find(job.businessUnit), 'unit', job.businessUnit)?.id ?? null);
  if (!place || !jobType || unitId === null) return null;
  return {
    customer: { id: place.customerId },
    location: { id: place.locationId },
    jobTypeId: jobType.id,
    businessUnitId: unitId,
    campaignId: campaignOf(job, references, importCampaignId, tell),
    priority: job.priority,
    summary: job.summary,
    customerPo: job.customerPo,
    tagIds: job.tags.flatMap((name) => {
      const found = references.tags.find(name);
      if (found.kind !== 'one') tell('tag.unknown', { name: name.slice(0, 60) });
      return found.kind === 'one' ? found.record.id : [];
    }),
    customFields: {},
    appointment: {
      start: job.start,
      end: job.end ?? addMinutes(job.start, jobType.durationMinutes),
      windowStart: job.windowStart,
      windowEnd: job.windowEnd,
      technicianIds: job.technicians.flatMap((ref) => {
        const found = references.technicians.find(ref);
        if (found.kind === 'none') tell('technician.unknown', { ref: ref.slice(0, 60) });
        if (found.kind === 'several')
          tell('technician.ambiguous', { ref: ref.slice(0, 60), count: found.count });
        return found.kind === 'one' ? found.record.id : [];
      }),
      specialInstructions: '',
    },
    ...(job.bookedOn ? { bookedOn: job.bookedOn } : {}),
    source: IMPORT_SOURCE,
    externalKey: key,
  };
}

function placeOf(job: PlannedJob, { customers, locationsOf }: JobReferences, tell: Tell) {
  const found = customers(job.customer);
  const [customer] = found;
  const ref = job.customer.key || job.customer.name;
  if (!customer) tell('customer.unknown', { ref });
  else if (found.length > 1) tell('customer.ambiguous', { ref, count: found.length });
  else if (!customer.active) tell('record.inactive', { kind: 'customer' });
  if (!customer?.active || found.length > 1) return null;
  const places = locationsOf(customer.id);
  const named = job.locationKey !== '' || job.addressKey !== '';
  const fitting = places.filter((one) =>
    job.locationKey !== ''
      ? one.externalKey === job.locationKey
      : !named || one.addressKey === job.addressKey,
  );
  const [place] = fitting;
  if (fitting.length > 1) tell('location.ambiguous', { count: fitting.length });
  else if (!place && named)
    tell('location.unknown', { ref: job.locationKey || job.addressKey.split('|')[0]! });
  else if (!place) tell('location.missing');
  return place && fitting.length === 1 ? { customerId: customer.id, locationId: place.id } : null;
}

/** Not said: the one unit there is, for the type or at all. */
function onlyUnitOf(jobType: JobType, { units }: JobReferences, tell: Tell): Id | null {
  const { businessUnitIds } = jobType;
  const [only, ...more] = units.all.filter(
    ({ id }) => businessUnitIds.length === 0 || businessUnitIds.includes(id),
  );
  if (only && more.length === 0) return only.id;
  tell('unit.missing');
  return null;
}

function campaignOf(job: PlannedJob, { campaigns }: JobReferences, importCampaignId: Id, tell: Tell): Id {
  if (job.campaign === '') return importCampaignId;
  const found = campaigns.find(job.campaign);
  if (found.kind === 'one') return found.record.id;
  tell('campaign.unknown', { ref: job.campaign.slice(0, 60) });
  return importCampaignId;
}

/** Of two rows that want one technician at one time, the first has them; what stands here is asked when it is booked. */
function withFreeTechnicians(
  booking: Booking,
  { technicians }: JobReferences,
  taken: Map<Id, { start: Instant; end: Instant }[]>,
  reasons: RecordReason[],
): Booking {
  const { start, end, technicianIds } = booking.appointment;
  const free = technicianIds.filter((id) => {
    const ranges = taken.get(id) ?? [];
    const isFree = ranges.every((one) => one.end <= start || one.start >= end);
    if (isFree) taken.set(id, [...ranges, { start, end }]);
    else
      reasons.push({
        code: 'technician.taken',
        params: { name: technicians.all.find((one) => one.id === id)?.name ?? '' },
      });
    return isFree;
  });
  return { ...booking, appointment: { ...booking.appointment, technicianIds: free } };
}
