/** The board day, and what takes technicians' time beside appointments. Moves of appointments are in `jobs.ts`. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { BoardDay } from '#contract/board.ts';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import type { Day, Instant } from '#domain/time.ts';
import { api } from '../lib/api.ts';
import { firstWeekday, weekOf } from '../lib/week.ts';
import { foldBoardDay, putSpan } from './live/fold-board.ts';
import { foldRecent } from './live/recent-events.ts';
import { type Based, write } from './write.ts';

export type BoardSpan = { readonly day: Day; readonly timeZone: string; readonly isWeek: boolean };

export const firstOfWeek = (day: Day): Day => weekOf(day, firstWeekday())[0];

export const boardQueries = {
  all: () => ['board'] as const,
  days: () => [...boardQueries.all(), 'day'] as const,
  /** Without a zone: that of the person's first business unit. The change feed keeps it true once it is here. */
  day: (day: Day, timeZone?: string) =>
    queryOptions({
      queryKey: [...boardQueries.days(), day, timeZone ?? 'home'],
      queryFn: async ({ signal }) =>
        foldRecent(await api.call('board.day', { query: { day, timeZone }, signal }), foldBoardDay),
      staleTime: 5 * 60_000,
    }),
  /** Seven days from `first`, as one span; the feed keeps it true like a day. */
  week: (first: Day, timeZone: string) =>
    queryOptions({
      queryKey: [...boardQueries.days(), first, timeZone, 'week'],
      queryFn: async ({ client }): Promise<BoardDay> =>
        (await import('./board-week.ts')).readWeek(client, first, timeZone),
      staleTime: 5 * 60_000,
    }),
  /** The day, or the week it is in as the person's language begins it. */
  of: ({ day, timeZone, isWeek }: BoardSpan) =>
    isWeek ? boardQueries.week(firstOfWeek(day), timeZone) : boardQueries.day(day, timeZone),
  /** What has passed does not change: no event and no write makes it stale. */
  dayAt: (day: Day, timeZone: string, at: Instant) =>
    queryOptions({
      queryKey: ['past-board', day, timeZone, at],
      queryFn: async ({ signal }): Promise<BoardDay> => {
        const { at: _, ...past } = await api.call('board.at', { query: { day, timeZone, at }, signal });
        return { ...past, cursor: '' };
      },
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 60_000,
    }),
};

/** Applies a change to every board day in the cache. */
const mapBoardDays = (client: QueryClient, change: (day: BoardDay) => BoardDay): void => {
  client.setQueriesData<BoardDay>({ queryKey: boardQueries.days() }, (day) => day && change(day));
};

const stale = () => [boardQueries.all(), ['operations'], ['history']];
const scope = 'board';
type Change<N extends 'timeOff.change' | 'nonJobEvents.change' | 'shifts.change'> = Based & {
  id: number;
  changes: BodyIn<N>['changes'];
};

const timeOff = {
  scope,
  stale,
  apply: (client: QueryClient, result: ResultOf<'timeOff.add'>) =>
    mapBoardDays(client, (day) => putSpan(day, 'timeOff', result.timeOff)),
  versionsIn: (result: ResultOf<'timeOff.add'>) => [{ kind: 'timeOff' as const, ...result.timeOff }],
};
const nonJobEvent = {
  scope,
  stale,
  apply: (client: QueryClient, result: ResultOf<'nonJobEvents.add'>) =>
    mapBoardDays(client, (day) => putSpan(day, 'nonJobEvents', result.nonJobEvent)),
  versionsIn: (result: ResultOf<'nonJobEvents.add'>) => [
    { kind: 'nonJobEvent' as const, ...result.nonJobEvent },
  ],
};
const shift = {
  scope,
  stale,
  apply: (client: QueryClient, result: ResultOf<'shifts.add'>) =>
    mapBoardDays(client, (day) => putSpan(day, 'shifts', result.shift)),
  versionsIn: (result: ResultOf<'shifts.add'>) => [{ kind: 'shift' as const, ...result.shift }],
};

export const boardMutations = {
  addTimeOff: () =>
    write<BodyIn<'timeOff.add'>, ResultOf<'timeOff.add'>>({
      key: ['board', 'add-time-off'],
      send: (body, { idempotencyKey }) => api.call('timeOff.add', { body, idempotencyKey }),
      ...timeOff,
    }),
  changeTimeOff: () =>
    write<Change<'timeOff.change'>, ResultOf<'timeOff.change'>>({
      key: ['board', 'change-time-off'],
      on: ({ id }) => [{ kind: 'timeOff', id }],
      send: ({ id, changes }, { expected, idempotencyKey }) =>
        api.call('timeOff.change', { params: { id }, body: { expected, changes }, idempotencyKey }),
      ...timeOff,
    }),
  addNonJobEvent: () =>
    write<BodyIn<'nonJobEvents.add'>, ResultOf<'nonJobEvents.add'>>({
      key: ['board', 'add-non-job-event'],
      send: (body, { idempotencyKey }) => api.call('nonJobEvents.add', { body, idempotencyKey }),
      ...nonJobEvent,
    }),
  changeNonJobEvent: () =>
    write<Change<'nonJobEvents.change'>, ResultOf<'nonJobEvents.change'>>({
      key: ['board', 'change-non-job-event'],
      on: ({ id }) => [{ kind: 'nonJobEvent', id }],
      send: ({ id, changes }, { expected, idempotencyKey }) =>
        api.call('nonJobEvents.change', { params: { id }, body: { expected, changes }, idempotencyKey }),
      ...nonJobEvent,
    }),
  addShift: () =>
    write<BodyIn<'shifts.add'>, ResultOf<'shifts.add'>>({
      key: ['board', 'add-shift'],
      send: (body, { idempotencyKey }) => api.call('shifts.add', { body, idempotencyKey }),
      ...shift,
    }),
  changeShift: () =>
    write<Change<'shifts.change'>, ResultOf<'shifts.change'>>({
      key: ['board', 'change-shift'],
      on: ({ id }) => [{ kind: 'shift', id }],
      send: ({ id, changes }, { expected, idempotencyKey }) =>
        api.call('shifts.change', { params: { id }, body: { expected, changes }, idempotencyKey }),
      ...shift,
    }),
};
