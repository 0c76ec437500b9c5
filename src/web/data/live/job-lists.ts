/**
 * What a change does to a list of jobs (`jobs.list`: newest first, so no change ever moves a row): the row it shows is
 * put right from the record; whether jobs came or went is decided from the list's filters as far as the record says,
 * and only what it cannot say is a reason to read the list again.
 */
import type { InfiniteData } from '@tanstack/react-query';
import type { ResultOf } from '#contract/endpoints.ts';
import type { ChangeEvent } from '#contract/history.ts';
import type { AppointmentView, JobSummary, JobView } from '#contract/job.ts';
import type { JobFilters } from '../jobs.ts';
import { rowWithJob } from './fold-job.ts';
import { mapItems } from './map-items.ts';

export type JobPages = InfiniteData<ResultOf<'jobs.list'>>;
type Effect = { readonly pages: JobPages; readonly readAgain: boolean };
type JobEvent = Extract<ChangeEvent, { kind: 'job' }>;

export function listAfter(filters: JobFilters, pages: JobPages, event: ChangeEvent): Effect {
  if (event.kind !== 'job' && event.kind !== 'appointment') return { pages, readAgain: false };
  const jobId = event.kind === 'job' ? event.record.id : event.record.jobId;
  const row = rowOf(pages, jobId);
  if (!row) {
    const mayCome =
      mayComeOrGo(filters, event) && (event.kind === 'job' || isAskedFor(filters, event.record));
    return { pages, readAgain: mayCome && !isBelow(pages, jobId) };
  }
  if (event.kind === 'appointment') {
    return { pages, readAgain: event.fields.length > 0 && !isAsShown(row, event.record) };
  }
  const job = event.record;
  return {
    pages: mapItems(pages, (one) => rowWithJob(one, job)),
    readAgain: !fits(filters, job) || (isAsked(filters.q) && job.summary !== row.summary),
  };
}

/** Whether the change may add a job to those that match, or take one away, as far as can be told without a row. */
export function mayComeOrGo(filters: JobFilters, event: ChangeEvent): boolean {
  if (event.kind === 'job') return concerns(filters, event) && (fits(filters, event.record) || !isNew(event));
  // Without fields of its own it is told because its job changed, which has an event too.
  if (event.kind !== 'appointment' || event.fields.length === 0) return false;
  const visit = event.record;
  // Visits count only where one is asked for by time or technician; the job's own fields come with the job's event.
  return asksForVisits(filters) && fits(filters, { ...visit, status: visit.jobStatus });
}

function rowOf({ pages }: JobPages, jobId: number): JobSummary | undefined {
  for (const { items } of pages) {
    const found = items.find(({ id }) => id === jobId);
    if (found) return found;
  }
  return undefined;
}

/** Not among the loaded pages because it is further down: the page it is on will be read when it is scrolled to. */
function isBelow({ pages }: JobPages, jobId: number): boolean {
  const last = pages.at(-1);
  const end = last?.items.at(-1);
  return last?.next != null && end !== undefined && jobId < end.id;
}

/** A number is given once and never changed. */
const isNew = ({ fields }: JobEvent): boolean => fields.includes('number');
const isAsked = (value: unknown): boolean => value !== undefined && value !== '';
const asksForVisits = ({ from, to, technicianId }: JobFilters): boolean =>
  isAsked(from) || isAsked(to) || isAsked(technicianId);

/** Whether a job may be in the list because of this visit. */
const isAskedFor = ({ from, to, technicianId }: JobFilters, visit: AppointmentView): boolean =>
  visit.active &&
  (!from || visit.end > from) &&
  (!to || visit.start < to) &&
  (technicianId === undefined || visit.assignments.some((one) => one.technicianId === technicianId));

/** Whether it changed anything the list is narrowed by; its unit decides who may see it, whatever is asked for. */
function concerns(filters: JobFilters, event: JobEvent): boolean {
  const narrowedBy = [
    'businessUnitId',
    ...(filters.status ? ['status'] : []),
    ...(isAsked(filters.q) ? ['summary'] : []),
    ...(filters.jobTypeIds ? ['jobTypeId'] : []),
    ...(filters.tagIds ? ['tagIds'] : []),
    ...(filters.projectId === undefined ? [] : ['projectId']),
    ...(isAsked(filters.completedFrom) || isAsked(filters.completedTo) ? ['completedOn'] : []),
  ];
  return isNew(event) || event.fields.some((field) => narrowedBy.includes(field));
}

type Facts = Pick<
  JobView,
  'status' | 'businessUnitId' | 'customerId' | 'locationId' | 'jobTypeId' | 'tagIds'
> & {
  readonly completedOn?: JobView['completedOn'];
};

/** Whether nothing that is known of the job keeps it out of the list. */
function fits(filters: JobFilters, job: Facts): boolean {
  const { status, businessUnitIds, customerId, locationId, completedFrom, completedTo } = filters;
  if (status && !status.includes(job.status)) return false;
  if (businessUnitIds && !businessUnitIds.includes(job.businessUnitId)) return false;
  if (filters.jobTypeIds && !filters.jobTypeIds.includes(job.jobTypeId)) return false;
  if (filters.tagIds && !filters.tagIds.some((id) => job.tagIds.includes(id))) return false;
  if (customerId !== undefined && customerId !== job.customerId) return false;
  if (locationId !== undefined && locationId !== job.locationId) return false;
  if (job.completedOn === undefined) return true;
  if (completedFrom && (job.completedOn === null || job.completedOn < completedFrom)) return false;
  return !(completedTo && (job.completedOn === null || job.completedOn >= completedTo));
}

/**
 * Dispatching, confirming, arriving: nothing a row shows. When the times or names differ it may be this visit that
 * moved or another one that the row shows: the server says which.
 */
function isAsShown(row: JobSummary, visit: AppointmentView): boolean {
  if (!visit.active || visit.status === 'Done' || visit.status === 'Unused') return false;
  const names = visit.assignments.map(({ technicianName }) => technicianName);
  return (
    visit.start === row.start && visit.end === row.end && names.join('\n') === row.technicianNames.join('\n')
  );
}
