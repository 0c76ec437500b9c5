import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoardDay } from '#contract/board.ts';
import type { JobSummary } from '#contract/job.ts';
import { boardQueries } from '../board.ts';
import { jobQueries } from '../jobs.ts';
import { createApplier } from './apply-event.ts';
import { at, exampleAppointment, exampleDay, exampleEvent, exampleJob } from './example-board.ts';
import { forgetEvents } from './recent-events.ts';
import { forgetSeen } from './seen.ts';

const dayKey = boardQueries.day(exampleDay().day, 'UTC').queryKey;
const listKey = jobQueries.list().queryKey;
const row = (id: number, summary: string) => ({ id, summary, status: 'Scheduled' }) as JobSummary;

let client: QueryClient;
beforeEach(() => {
  vi.useFakeTimers();
  forgetEvents();
  forgetSeen();
  client = new QueryClient();
  client.setQueryData(dayKey, exampleDay());
  client.setQueryData(listKey, {
    pages: [
      { items: [row(100, 'No cool')], next: '1', total: 2 },
      { items: [row(7, 'Leak')], next: null, total: null },
    ],
    pageParams: [undefined, '1'],
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const idsOnBoard = () => client.getQueryData<BoardDay>(dayKey)!.appointments.map(({ id }) => id);
const visitEvent = (position: string, id: number, version: number, on = '2026-11-21') =>
  exampleEvent(position, {
    kind: 'appointment',
    record: exampleAppointment({ id, version, start: at('15:00', on), end: at('16:00', on) }),
  });

describe('a change of the feed', () => {
  it('shows on the board and in the row of the list, and leaves other rows the objects they were', () => {
    const { apply, stop } = createApplier(client);
    apply(visitEvent('2.0', 21, 1));
    const before = client.getQueryData(listKey)!.pages;
    apply(exampleEvent('3.0', { kind: 'job', record: exampleJob({ version: 2, summary: 'No heat' }) }));
    const after = client.getQueryData(listKey)!.pages;
    expect(idsOnBoard()).toEqual([21]);
    expect(after[0]!.items[0]!.summary).toBe('No heat');
    expect(after[1]).toBe(before[1]);
    stop();
  });

  it('does not bring back a visit that has left the day when an older change comes late', () => {
    const { apply, stop } = createApplier(client);
    apply(visitEvent('2.0', 31, 5, '2026-11-25'));
    apply(visitEvent('3.0', 31, 4));
    expect(idsOnBoard()).toEqual([]);
    stop();
  });

  it('reads a list again once for a hundred changes', () => {
    const { apply, stop } = createApplier(client);
    const read = vi.spyOn(client, 'invalidateQueries').mockResolvedValue();
    for (let i = 0; i < 100; i++) apply(visitEvent(`${i + 2}.0`, 1000 + i, 1));
    vi.advanceTimersByTime(30_000);
    expect(
      read.mock.calls.filter(([filters]) => JSON.stringify(filters?.queryKey) === JSON.stringify(listKey)),
    ).toHaveLength(1);
    stop();
  });

  it('that came while a board was being read is in it', async () => {
    const { apply, stop } = createApplier(client);
    let answer: (response: Response) => void = () => {};
    vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)));
    const reading = client.fetchQuery({ ...boardQueries.day(exampleDay().day, 'UTC'), staleTime: 0 });
    apply(visitEvent('2.0', 41, 1));
    answer(Response.json(exampleDay({ cursor: '1.0' })));
    await reading;
    expect(idsOnBoard()).toEqual([41]);
    stop();
    vi.unstubAllGlobals();
  });
});

it('a note on a customer is told to the list of notes and to what stands beside that customer’s calls', () => {
  const { apply, stop } = createApplier(client);
  const keys = [
    ['notes', 'customer', 7],
    ['customers', 'overview', 7],
    ['customers', 'overview', 8],
  ];
  for (const key of keys) client.setQueryData(key, []);
  apply(
    exampleEvent('2.0', {
      kind: 'note',
      record: { id: 31, version: 1, ownerKind: 'customer', ownerId: 7 },
    } as never),
  );
  vi.advanceTimersByTime(30_000);
  expect(keys.map((key) => client.getQueryState(key)?.isInvalidated)).toEqual([true, true, false]);
  stop();
});

it('a board that could not be read again says so until it was, whatever else happens', () => {
  const failed = new Error('not reached');
  client.getQueryCache().find({ queryKey: dayKey })!.setState({ status: 'error', error: failed });
  const applier = createApplier(client);
  applier.apply(visitEvent('9.1', 501, 1));
  expect(idsOnBoard()).toContain(501);
  expect(client.getQueryState(dayKey)).toMatchObject({ status: 'error', error: failed });
  applier.stop();
});
