/** Jobs and their visits: reading them, and every command on them. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import type { JobStatus } from '#domain/job/job-card.ts';
import type { Instant } from '#domain/time.ts';
import { api } from '../lib/api.ts';
import { capacityQueries } from './capacity.ts';
import { applyCards } from './job-cards.ts';
import { foldJobCard } from './live/fold-job.ts';
import { foldRecent } from './live/recent-events.ts';
import { type RecordRef, type Versioned, versionsOfCard } from './versions.ts';
import { widePages } from './wide-pages.ts';
import { type Based, write } from './write.ts';

/** What a list of jobs is narrowed to; the same words as in the page's URL. */
export type JobFilters = {
  readonly q?: string | undefined;
  readonly status?: readonly JobStatus[] | undefined;
  readonly customerId?: number | undefined;
  readonly locationId?: number | undefined;
  readonly technicianId?: number | undefined;
  readonly businessUnitIds?: readonly number[] | undefined;
  readonly jobTypeIds?: readonly number[] | undefined;
  /** With any of these tags. */
  readonly tagIds?: readonly number[] | undefined;
  readonly projectId?: number | undefined;
  /** Recalls of this job and work under its warranty. */
  readonly originalJobId?: number | undefined;
  /** Any visit overlaps [from, to). */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  readonly completedFrom?: Instant | undefined;
  readonly completedTo?: Instant | undefined;
};

export const jobQueries = {
  all: () => ['jobs'] as const,
  lists: () => [...jobQueries.all(), 'list'] as const,
  list: (filters: JobFilters = {}) =>
    widePages([...jobQueries.lists(), filters], (page, signal) =>
      api.call('jobs.list', { query: { ...filters, ...page }, signal }),
    ),
  counts: () => [...jobQueries.all(), 'count'] as const,
  /** How many match, without reading them. */
  count: (filters: JobFilters) =>
    queryOptions({
      queryKey: [...jobQueries.counts(), filters],
      queryFn: async ({ signal }) =>
        (await api.call('jobs.list', { query: { ...filters, limit: 1 }, signal })).total ?? 0,
    }),
  /** For the palette: the first few matches only. */
  search: (q: string, limit = 8) =>
    queryOptions({
      queryKey: [...jobQueries.all(), 'search', q, limit],
      queryFn: ({ signal }) => api.call('jobs.list', { query: { q, limit }, signal }),
    }),
  detail: (id: number) =>
    queryOptions({
      queryKey: [...jobQueries.all(), 'detail', id],
      queryFn: async ({ signal }) =>
        foldRecent(await api.call('jobs.get', { params: { id }, signal }), foldJobCard),
    }),
};

type Written = ResultOf<'jobs.update'>;

export const jobInvoiceQueries = {
  all: () => [...jobQueries.all(), 'invoice'] as const,
  ofJob: (jobId: number) =>
    queryOptions({
      queryKey: [...jobInvoiceQueries.all(), jobId],
      queryFn: ({ signal }) => api.call('jobs.invoice', { params: { id: jobId }, signal }),
    }),
};

export const jobInvoiceMutations = {
  refresh: () =>
    write<{ jobId: number; expected: readonly Versioned[] }, ResultOf<'jobs.refreshInvoice'>>({
      key: ['jobs', 'refreshInvoice'],
      send: ({ jobId }, { expected, idempotencyKey }) =>
        api.call('jobs.refreshInvoice', { params: { id: jobId }, body: { expected }, idempotencyKey }),
      apply: (client, { invoice }) =>
        client.setQueryData(jobInvoiceQueries.ofJob(invoice.jobId).queryKey, invoice),
      stale: () => [jobInvoiceQueries.all(), ['history'], ['operations']],
    }),
};

/** What follows from every answer with cards. */
export const writesCards = {
  apply: (client: QueryClient, { cards }: Written) => applyCards(client, cards),
  versionsIn: ({ cards }: Written) => cards.flatMap(versionsOfCard),
  stale: (_: unknown, result: Written | undefined) => [
    jobQueries.lists(),
    jobQueries.counts(),
    [...jobQueries.all(), 'search'],
    jobInvoiceQueries.all(),
    ['appointments'],
    ['timesheets'],
    ['history'],
    ['operations'],
    // Refused or lost: what is on screen may be older than what the server has.
    ...(result ? [] : [[...jobQueries.all(), 'detail'], ['board']]),
  ],
};

type JobCommand =
  | 'jobs.update'
  | 'jobs.hold'
  | 'jobs.resume'
  | 'jobs.cancel'
  | 'jobs.removeCancellation'
  | 'jobs.complete'
  | 'jobs.reopen'
  | 'jobs.assign'
  | 'jobs.unassign'
  | 'jobs.addAppointment';
type VisitCommand =
  | 'appointments.reschedule'
  | 'appointments.hold'
  | 'appointments.release'
  | 'appointments.confirm'
  | 'appointments.unconfirm'
  | 'appointments.instructions'
  | 'appointments.externalKey'
  | 'appointments.delete'
  | 'appointments.assign'
  | 'appointments.unassign'
  | 'appointments.reassign'
  | 'appointments.park'
  | 'appointments.unpark'
  | 'appointments.dispatch'
  | 'appointments.cancelDispatch'
  | 'appointments.arrive'
  | 'appointments.pause'
  | 'appointments.resumeWork'
  | 'appointments.leave';

/** `id` of the job or visit, the body's own fields beside it; `expected` only from a form that was opened earlier. */
export type CommandInput<N extends JobCommand | VisitCommand> = Based & { id: number } & Omit<
    BodyIn<N>,
    'expected'
  >;

const command = <N extends JobCommand | VisitCommand>(
  name: N,
  on: (client: QueryClient, id: number) => readonly RecordRef[],
) =>
  write<CommandInput<N>, Written>({
    key: ['jobs', 'command', name],
    // One queue for everything that moves cards: two quick moves of one card arrive in the order they were made.
    scope: 'board',
    on: ({ id }, client) => on(client, id),
    send: ({ id, expected: _formBase, ...body }, { expected, idempotencyKey }) =>
      // The bodies differ only in fields that N ties to the name.
      api.call(name as 'jobs.resume', { params: { id }, body: { ...body, expected }, idempotencyKey }),
    ...writesCards,
  });

const job = <N extends JobCommand>(name: N) => command(name, cardOfJob);
const visit = <N extends VisitCommand>(name: N) => command(name, cardOfVisit);

/** A command on a part may change the whole card (statuses are derived): all its versions known here go along. */
function cardOfJob(client: QueryClient, jobId: number): RecordRef[] {
  const refs: RecordRef[] = [{ kind: 'job', id: jobId }];
  const card = client.getQueryData(jobQueries.detail(jobId).queryKey);
  for (const { id } of card?.appointments ?? []) refs.push({ kind: 'appointment', id });
  for (const [, day] of client.getQueriesData<ResultOf<'board.day'>>({ queryKey: ['board', 'day'] })) {
    for (const one of day?.appointments ?? []) {
      if (one.jobId === jobId && !refs.some(({ kind, id }) => kind === 'appointment' && id === one.id)) {
        refs.push({ kind: 'appointment', id: one.id });
      }
    }
  }
  return refs;
}

export function cardOfVisit(client: QueryClient, id: number): RecordRef[] {
  const jobId = jobIdOfVisit(client, id);
  return jobId === undefined ? [{ kind: 'appointment', id }] : cardOfJob(client, jobId);
}

/** The cards of several visits; two visits of one job have the same card. */
export function cardsOfVisits(client: QueryClient, ids: readonly number[]): RecordRef[] {
  const refs = ids.flatMap((id) => cardOfVisit(client, id));
  return [...new Map(refs.map((ref) => [`${ref.kind} ${ref.id}`, ref])).values()];
}

function jobIdOfVisit(client: QueryClient, id: number): number | undefined {
  for (const [, day] of client.getQueriesData<ResultOf<'board.day'>>({ queryKey: ['board', 'day'] })) {
    const found = day?.appointments.find((one) => one.id === id);
    if (found) return found.jobId;
  }
  for (const [, card] of client.getQueriesData<ResultOf<'jobs.get'>>({ queryKey: ['jobs', 'detail'] })) {
    if (card?.appointments.some((one) => one.id === id)) return card.job.id;
  }
  return undefined;
}

export const jobMutations = {
  book: () =>
    write<BodyIn<'jobs.book'>, Written>({
      key: ['jobs', 'book'],
      send: (body, { idempotencyKey }) => api.call('jobs.book', { body, idempotencyKey }),
      ...writesCards,
      // Booked or refused: how full the windows are is another matter now.
      stale: (variables, result) => [
        ...writesCards.stale(variables, result),
        ['customers'],
        capacityQueries.all(),
      ],
    }),
  update: () => job('jobs.update'),
  hold: () => job('jobs.hold'),
  resume: () => job('jobs.resume'),
  cancel: () => job('jobs.cancel'),
  removeCancellation: () => job('jobs.removeCancellation'),
  complete: () => job('jobs.complete'),
  reopen: () => job('jobs.reopen'),
  assign: () => job('jobs.assign'),
  unassign: () => job('jobs.unassign'),
  addAppointment: () => job('jobs.addAppointment'),
};

export const appointmentMutations = {
  reschedule: () => visit('appointments.reschedule'),
  reassign: () => visit('appointments.reassign'),
  assign: () => visit('appointments.assign'),
  unassign: () => visit('appointments.unassign'),
  park: () => visit('appointments.park'),
  unpark: () => visit('appointments.unpark'),
  hold: () => visit('appointments.hold'),
  release: () => visit('appointments.release'),
  confirm: () => visit('appointments.confirm'),
  unconfirm: () => visit('appointments.unconfirm'),
  setInstructions: () => visit('appointments.instructions'),
  setExternalKey: () => visit('appointments.externalKey'),
  delete: () => visit('appointments.delete'),
  dispatch: () => visit('appointments.dispatch'),
  cancelDispatch: () => visit('appointments.cancelDispatch'),
  arrive: () => visit('appointments.arrive'),
  pause: () => visit('appointments.pause'),
  resumeWork: () => visit('appointments.resumeWork'),
  leave: () => visit('appointments.leave'),
};
