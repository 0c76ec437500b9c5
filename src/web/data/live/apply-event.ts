/**
 * A change of the feed, put into everything in the cache that shows the record. Only what an event cannot say (whether a
 * job came into a list, a count) is read again: at most once in 3 s however many events come, in 30 s where several
 * pages are loaded.
 */
import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import type { BoardDay } from '#contract/board.ts';
import type { ResultOf } from '#contract/endpoints.ts';
import type { ChangeEvent } from '#contract/history.ts';
import type { AppointmentRow, AppointmentView, JobCardView } from '#contract/job.ts';
import { type JobFilters, jobQueries } from '../jobs.ts';
import { foldBoardDay } from './fold-board.ts';
import { foldJobCard } from './fold-job.ts';
import { type JobPages, listAfter, mayComeOrGo } from './job-lists.ts';
import { mapItems } from './map-items.ts';
import { rememberEvent } from './recent-events.ts';
import { isOutdated, noteSeen } from './seen.ts';
import { createSlowRefresh } from './slow-refresh.ts';

type CustomerPages = InfiniteData<ResultOf<'customers.list'>>;

type AppointmentPages = InfiniteData<ResultOf<'appointments.list'>>;
/** The event is of an appointment alone; its place's zone stays the row's. */
const withZone = (row: AppointmentRow, record: AppointmentView): AppointmentRow => ({
  ...record,
  timeZone: row.timeZone,
});

type Lists = Readonly<Record<'short' | 'long', ReturnType<typeof createSlowRefresh>>>;

const SOON_MS = 3_000;
const LONG_LIST_MS = 30_000;

export function createApplier(client: QueryClient): {
  apply: (event: ChangeEvent) => void;
  stop: () => void;
} {
  const readAgain = (queryKey: QueryKey) => void client.invalidateQueries({ queryKey });
  const refresh = createSlowRefresh(readAgain, SOON_MS);
  // All pages of a list are read again, one after the other, by everybody who has it open.
  const long = createSlowRefresh(readAgain, LONG_LIST_MS);
  return {
    stop: () => {
      refresh.stop();
      long.stop();
    },
    apply(event) {
      if (event.kind === 'appointment' || event.kind === 'job') {
        const { id, version } = event.record;
        if (isOutdated(event.kind, id, version)) return;
        noteSeen(event.kind, id, version);
      }
      rememberEvent(event);
      patchBoards(client, event);
      client.setQueriesData<JobCardView>(
        { queryKey: ['jobs', 'detail'] },
        (card) => card && foldJobCard(card, event),
      );
      patchLists(client, event, { short: refresh, long });
      for (const [queryKey, day] of client.getQueriesData<BoardDay>({ queryKey: ['board', 'day'] })) {
        if (day && lacksLane(day, event)) refresh.soon(queryKey);
      }
      for (const key of staleAfter(event)) refresh.soon(key);
    },
  };
}

/** A change that arrives does not make up for a reading that failed: what else is on that board may still be old. */
function patchBoards(client: QueryClient, event: ChangeEvent): void {
  for (const query of client.getQueryCache().findAll({ queryKey: ['board', 'day'] })) {
    const day = query.state.data as BoardDay | undefined;
    const after = day && foldBoardDay(day, event);
    if (after === day) continue;
    const { status, error } = query.state;
    client.setQueryData(query.queryKey, after);
    if (status === 'error') query.setState({ status, error });
  }
}

function patchLists(client: QueryClient, event: ChangeEvent, lists: Lists): void {
  const isOfJob = event.kind === 'job' || event.kind === 'appointment';
  for (const [queryKey, pages] of client.getQueriesData<JobPages>({ queryKey: jobQueries.lists() })) {
    const isLong = pages !== undefined && pages.pages.length > 1;
    const unsettled = isUnsettled(client, queryKey);
    const after = pages && listAfter(filtersIn(queryKey), pages, event);
    if (after && after.pages !== pages) client.setQueryData<JobPages>(queryKey, after.pages);
    if (isOfJob && (unsettled || after?.readAgain)) (isLong ? lists.long : lists.short).soon(queryKey);
  }
  for (const [queryKey] of client.getQueriesData({ queryKey: jobQueries.counts() })) {
    if (mayComeOrGo(filtersIn(queryKey), event) || (isOfJob && isUnsettled(client, queryKey))) {
      lists.short.soon(queryKey);
    }
  }
  if (event.kind === 'appointment') {
    for (const [queryKey, pages] of client.getQueriesData<AppointmentPages>({
      queryKey: ['appointments', 'list'],
    })) {
      const put =
        pages && mapItems(pages, (row) => (row.id === event.record.id ? withZone(row, event.record) : row));
      if (put && put !== pages) client.setQueryData<AppointmentPages>(queryKey, put);
      // Whether it came into the list or left it only the server can say.
      (pages && pages.pages.length > 1 ? lists.long : lists.short).soon(queryKey);
    }
  }
  if (event.kind === 'customer') {
    client.setQueriesData<CustomerPages>(
      { queryKey: ['customers', 'list'] },
      (pages) => pages && mapItems(pages, (row) => (row.id === event.record.id ? event.record : row)),
    );
  }
}

/**
 * Being read, and the answer may be older than this change; or known to be out of date, which putting a row right
 * would make the cache forget.
 */
function isUnsettled(client: QueryClient, queryKey: QueryKey): boolean {
  const state = client.getQueryState(queryKey);
  return state?.isInvalidated === true || state?.fetchStatus === 'fetching';
}

/** `jobQueries.list` and `count` put what they are narrowed to last. */
const filtersIn = (queryKey: QueryKey): JobFilters => queryKey.at(-1) as JobFilters;

/** A technician who has left has a lane only on days with visits (`board.day`): one came onto a day without it. */
const lacksLane = (day: BoardDay, event: ChangeEvent): boolean =>
  event.kind === 'appointment' &&
  day.appointments.some(({ id }) => id === event.record.id) &&
  event.record.assignments.some(({ technicianId }) => !day.technicians.some(({ id }) => id === technicianId));

/** What projects say of their jobs; read again only where a project is on screen. */
const PROJECTS_OF_JOBS: readonly QueryKey[] = [
  ['projects', 'detail'],
  ['projects', 'jobs'],
  ['projects', 'of-job'],
  ['projects', 'budget'],
];

function staleAfter(event: ChangeEvent): readonly (readonly unknown[])[] {
  switch (event.kind) {
    case 'setup':
      return [['setup'], ['board']];
    case 'job':
      return [['history', 'job', event.record.id], ...PROJECTS_OF_JOBS];
    case 'appointment':
      return [
        ['history', 'appointment', event.record.id],
        ['projects', 'visits'],
        ['timesheets', 'job', event.record.jobId],
        ['skus', 'job-parts', event.record.jobId],
        // Booked just now: its job's parts may be seen to.
        ...(event.record.version === 1 ? [['skus', 'parts-in']] : []),
      ];
    case 'customer':
      return [
        ['customers', 'detail', event.record.id],
        ['history', 'customer', event.record.id],
        // Who pays, or where: it may say otherwise than the invoice by now.
        ['jobs', 'invoice'],
      ];
    case 'invoice':
      return [['history', 'invoice', event.record.id], ['jobs', 'invoice'], ['invoices']];
    case 'file':
      return [
        ['files', event.record.ownerKind, event.record.ownerId],
        ['history', 'file', event.record.id],
      ];
    case 'note': {
      const { ownerKind, ownerId, id } = event.record;
      return [
        ['notes', ownerKind, ownerId],
        ['history', 'note', id],
        // What is pinned on a customer or one of their places stands beside their calls; whose place it is, the event does not say.
        ...(ownerKind === 'customer' ? [['customers', 'overview', ownerId]] : []),
        ...(ownerKind === 'location' ? [['customers', 'overview']] : []),
      ];
    }
    case 'purchaseOrder':
      // What was received lies on the shelves.
      return [['purchaseOrders'], ['bills'], ['skus'], ['history', 'purchaseOrder', event.record.id]];
    case 'bill':
      return [
        ['bills'],
        ['payables'],
        ['apPayments'],
        ['purchaseOrders', 'detail'],
        ['history', 'bill', event.record.id],
      ];
    case 'payment':
      // What is open of the invoices it is applied to.
      return [['payments'], ['invoices'], ['history', 'payment', event.record.id]];
    case 'vendorReturn':
      // What went back is not on the shelves, and its order says how much of it that is.
      return [
        ['vendorReturns'],
        ['purchaseOrders', 'detail'],
        ['skus'],
        ['history', 'vendorReturn', event.record.id],
      ];
    case 'sku':
      return [['skus'], ['catalogue'], ['history', 'sku', event.record.id], ['history', 'stockLevel']];
    case 'vendor':
      // People there and what it sells have histories of their own, and the event does not say whose.
      return [
        ['vendors'],
        ['catalogue'],
        ['history', 'vendor', event.record.id],
        ['history', 'vendorContact'],
        ['history', 'catalogueItem'],
      ];
    case 'project':
      return [['projects'], ['history', 'project', event.record.id]];
    case 'busy':
      // Its bars are replaced as a whole; nothing else shows them.
      return [];
    case 'shift':
    case 'timeOff':
    case 'nonJobEvent':
      return [['history', event.kind, event.record.id]];
  }
}
