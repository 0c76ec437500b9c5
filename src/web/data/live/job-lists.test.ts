import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import type { ChangeEvent } from '#contract/history.ts';
import type { JobSummary, JobView } from '#contract/job.ts';
import { type JobFilters, jobQueries } from '../jobs.ts';
import { createApplier } from './apply-event.ts';
import { at, exampleAppointment, exampleEvent, exampleJob } from './example-board.ts';
import type { JobPages } from './job-lists.ts';
import { forgetEvents } from './recent-events.ts';
import { forgetSeen } from './seen.ts';

const ana = { technicianId: 1, technicianName: 'Ana Reyes' };
const assignedToAna = [ana] as unknown as ReturnType<typeof exampleAppointment>['assignments'];
const row = (id: number, changes: Partial<JobSummary> = {}): JobSummary => ({
  ...exampleJob({ id }),
  address: '12 Main St, Quincy',
  start: at('15:00'),
  end: at('17:00'),
  technicianNames: ['Ana Reyes'],
  ...changes,
});

let client: QueryClient;
let read: MockInstance<QueryClient['invalidateQueries']>;
let applier: ReturnType<typeof createApplier>;
beforeEach(() => {
  vi.useFakeTimers();
  forgetEvents();
  forgetSeen();
  client = new QueryClient();
  read = vi.spyOn(client, 'invalidateQueries').mockResolvedValue();
  applier = createApplier(client);
});
afterEach(() => {
  applier.stop();
  vi.useRealTimers();
});

/** Puts a list of jobs 100 (and 90 on a second page) on screen, more below; answers the way to look at its first row. */
function show(filters: JobFilters = {}, pages = 1) {
  const { queryKey } = jobQueries.list(filters);
  const all = [[row(100)], [row(90)]].slice(0, pages);
  client.setQueryData<JobPages>(queryKey, {
    pages: all.map((items, index) => ({ items, next: String(items[0]!.id), total: index === 0 ? 50 : null })),
    pageParams: [undefined, '100'].slice(0, pages),
  });
  return () => client.getQueryData(queryKey)!.pages[0]!.items[0]!;
}
/** Readings of any list within `ms`. */
function readings(ms: number, what = 'list') {
  read.mockClear();
  vi.advanceTimersByTime(ms);
  return read.mock.calls.filter(([filters]) => filters?.queryKey?.[1] === what).length;
}
let position = 1;
const withFields = (event: ChangeEvent, ...fields: string[]): ChangeEvent => ({ ...event, fields });
const jobChanged = (fields: string[], changes: Partial<JobView> = {}) =>
  withFields(
    exampleEvent(`${++position}.0`, { kind: 'job', record: exampleJob({ version: position, ...changes }) }),
    ...fields,
  );
const visitChanged = (fields: string[], changes: Parameters<typeof exampleAppointment>[0] = {}) => {
  const record = exampleAppointment({ version: ++position, assignments: assignedToAna, ...changes });
  return withFields(exampleEvent(`${position}.0`, { kind: 'appointment', record }), ...fields);
};
const LONG = 120_000;

describe('a list of jobs, while the office is busy,', () => {
  it('takes a changed job into its row and is not read again', () => {
    const first = show();
    applier.apply(jobChanged(['summary', 'priority'], { summary: 'No heat', priority: 'Urgent' }));
    expect(first()).toMatchObject({ summary: 'No heat', priority: 'Urgent', address: '12 Main St, Quincy' });
    expect(readings(LONG)).toBe(0);
  });

  it('is not read for a dispatch, an arrival or a confirmation, which no row shows', () => {
    show();
    applier.apply(visitChanged(['status', 'technicians'], { status: 'Dispatched' }));
    applier.apply(visitChanged(['isConfirmed'], { isConfirmed: true }));
    // Told only because its job changed.
    applier.apply(visitChanged([], { status: 'Done' }));
    expect(readings(LONG)).toBe(0);
  });

  it.each([
    ['moved', ['start', 'end'], { start: at('09:00'), end: at('11:00') }],
    ['given to somebody else', ['technicians'], { assignments: [] }],
    ['done', ['status'], { status: 'Done' as const }],
  ])('is read once within 3 s when a visit it shows is %s', (_, fields, changes) => {
    show();
    applier.apply(visitChanged(fields, changes));
    expect(readings(2_999)).toBe(0);
    applier.apply(visitChanged(fields, changes));
    expect(readings(1)).toBe(1);
    expect(readings(LONG)).toBe(0);
  });

  it('with several pages loaded is read at most every 30 s', () => {
    show({}, 2);
    for (let second = 0; second < 60; second++) {
      applier.apply(visitChanged(['start'], { start: at('09:00') }));
      vi.advanceTimersByTime(1_000);
    }
    expect(read.mock.calls.filter(([filters]) => filters?.queryKey?.[1] === 'list')).toHaveLength(2);
  });

  it('is read for a job that is booked, and not for one further down than what is loaded', () => {
    show();
    applier.apply(jobChanged(['number', 'summary'], { id: 101 }));
    expect(readings(3_000)).toBe(1);
    applier.apply(jobChanged(['businessUnitId'], { id: 55 }));
    expect(readings(LONG)).toBe(0);
  });

  it('is not read for a job that does not belong into it', () => {
    show({ status: ['Hold'], customerId: 7 });
    applier.apply(jobChanged(['number', 'status'], { id: 101, status: 'Scheduled' }));
    applier.apply(jobChanged(['number', 'status'], { id: 102, status: 'Hold', customerId: 8 }));
    applier.apply(jobChanged(['priority'], { id: 103, status: 'Hold' }));
    applier.apply(visitChanged(['start'], { jobId: 104 }));
    expect(readings(LONG)).toBe(0);
    // May have been there all along, and may just have come.
    applier.apply(jobChanged(['status'], { id: 105, status: 'Hold' }));
    expect(readings(3_000)).toBe(1);
  });

  it('is read when a row it shows does not belong into it any more', () => {
    show({ status: ['Scheduled'] });
    applier.apply(jobChanged(['status'], { status: 'Hold' }));
    expect(readings(3_000)).toBe(1);
  });

  it.each([
    ['of the day asked for', { from: at('00:00'), to: at('00:00', '2026-11-22') }, {}, 1],
    ['of another day', { from: at('00:00', '2026-11-25') }, {}, 0],
    ['of the technician asked for', { technicianId: 1 }, {}, 1],
    ['of another technician', { technicianId: 2 }, {}, 0],
    ['of another unit', { technicianId: 1, businessUnitIds: [2] }, {}, 0],
  ])('is read for the visit %s of a job it does not show, else not', (_, filters, changes, times) => {
    show(filters);
    applier.apply(visitChanged(['start'], { jobId: 101, ...changes }));
    expect(readings(LONG)).toBe(times);
  });

  it('that is being read while a change comes in is read once more: the answer may be older', async () => {
    const { queryKey } = jobQueries.list();
    void client.fetchInfiniteQuery({
      queryKey,
      initialPageParam: undefined as string | undefined,
      queryFn: () => new Promise<never>(() => {}),
    });
    applier.apply(jobChanged(['summary']));
    expect(readings(3_000)).toBe(1);
  });
});

describe('a count of jobs', () => {
  it('is read when jobs may have come or gone, not for every change of one', () => {
    client.setQueryData(jobQueries.count({ status: ['Hold'] }).queryKey, 4);
    applier.apply(jobChanged(['summary', 'priority']));
    applier.apply(visitChanged(['start'], { start: at('09:00') }));
    expect(readings(LONG, 'count')).toBe(0);
    applier.apply(jobChanged(['status'], { status: 'InProgress' }));
    expect(readings(3_000, 'count')).toBe(1);
  });
});
