/**
 * A change of the feed, put into everything in the cache that shows the record. Only what an event cannot say (which
 * page of a list a job belongs to, a count) is read again, at most once in a few seconds however many events come.
 */
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { BoardDay } from '#contract/board.ts';
import type { ResultOf } from '#contract/endpoints.ts';
import type { ChangeEvent } from '#contract/history.ts';
import type { JobCardView } from '#contract/job.ts';
import { foldBoardDay } from './fold-board.ts';
import { foldJobCard, rowWithJob } from './fold-job.ts';
import { rememberEvent } from './recent-events.ts';
import { isOutdated, noteSeen } from './seen.ts';
import { createSlowRefresh } from './slow-refresh.ts';

type JobPages = InfiniteData<ResultOf<'jobs.list'>>;
type CustomerPages = InfiniteData<ResultOf<'customers.list'>>;

export function createApplier(client: QueryClient): {
  apply: (event: ChangeEvent) => void;
  stop: () => void;
} {
  const refresh = createSlowRefresh((queryKey) => void client.invalidateQueries({ queryKey }), 3_000);
  return {
    stop: refresh.stop,
    apply(event) {
      if (event.kind === 'appointment' || event.kind === 'job') {
        const { id, version } = event.record;
        if (isOutdated(event.kind, id, version)) return;
        noteSeen(event.kind, id, version);
      }
      rememberEvent(event);
      client.setQueriesData<BoardDay>(
        { queryKey: ['board', 'day'] },
        (day) => day && foldBoardDay(day, event),
      );
      client.setQueriesData<JobCardView>(
        { queryKey: ['jobs', 'detail'] },
        (card) => card && foldJobCard(card, event),
      );
      patchLists(client, event);
      for (const key of staleAfter(event)) refresh.soon(key);
    },
  };
}

function patchLists(client: QueryClient, event: ChangeEvent): void {
  if (event.kind === 'job') {
    client.setQueriesData<JobPages>({ queryKey: ['jobs', 'list'] }, (pages) =>
      mapItems(pages, (row) => rowWithJob(row, event.record)),
    );
  }
  if (event.kind === 'customer') {
    client.setQueriesData<CustomerPages>({ queryKey: ['customers', 'list'] }, (pages) =>
      mapItems(pages, (row) => (row.id === event.record.id ? event.record : row)),
    );
  }
}

type Pages<Item> = InfiniteData<{ items: Item[]; next: string | null; total: number | null }>;

/** The same object when no row changed, so that no table draws again for a change elsewhere. */
function mapItems<Item>(
  pages: Pages<Item> | undefined,
  change: (item: Item) => Item,
): Pages<Item> | undefined {
  if (!pages) return pages;
  let changed = false;
  const mapped = pages.pages.map((page) => {
    const items = page.items.map(change);
    if (items.every((item, index) => item === page.items[index])) return page;
    changed = true;
    return { ...page, items };
  });
  return changed ? { ...pages, pages: mapped } : pages;
}

function staleAfter(event: ChangeEvent): readonly (readonly unknown[])[] {
  switch (event.kind) {
    case 'setup':
      return [['setup'], ['board']];
    case 'job':
      return [
        ['jobs', 'list'],
        ['jobs', 'count'],
        ['history', 'job', event.record.id],
      ];
    case 'appointment':
      return [
        ['jobs', 'list'],
        ['jobs', 'count'],
        ['history', 'appointment', event.record.id],
      ];
    case 'customer':
      return [
        ['customers', 'detail', event.record.id],
        ['history', 'customer', event.record.id],
      ];
    case 'invoice':
      return [['history', 'invoice', event.record.id]];
    // A bar says whose time is taken, not whose visit it was before: another reading drops bars that are gone.
    case 'busy':
      return [['board', 'day']];
    case 'shift':
    case 'timeOff':
    case 'nonJobEvent':
      return [['history', event.kind, event.record.id]];
  }
}
