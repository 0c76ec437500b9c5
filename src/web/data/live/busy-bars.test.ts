import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { boardQueries } from '../board.ts';
import { createApplier } from './apply-event.ts';
import { at, exampleAppointment, exampleDay, exampleEvent } from './example-board.ts';
import { foldBoardDay } from './fold-board.ts';
import { forgetEvents } from './recent-events.ts';
import { forgetSeen } from './seen.ts';

const bar = { id: 77, appointmentId: 10, technicianId: 1, start: at('15:00'), end: at('17:00') };
const other = { ...bar, id: 78, appointmentId: 11, technicianId: 2 };
const seen = (changes = {}) =>
  exampleEvent('2.0', { kind: 'appointment', record: exampleAppointment({ version: 2, ...changes }) });

describe('busy bars of another unit', () => {
  it('give way to the visit when its job moves into one’s own unit', () => {
    const day = foldBoardDay(exampleDay({ busy: [bar, other] }), seen());
    expect(day.appointments.map(({ id }) => id)).toEqual([10]);
    expect(day.busy).toEqual([other]);
  });

  it('are gone when the visit has moved into one’s own unit and to another day', () => {
    const elsewhere = { start: at('15:00', '2026-11-23'), end: at('16:00', '2026-11-23') };
    const day = foldBoardDay(exampleDay({ busy: [bar, other] }), seen(elsewhere));
    expect(day).toMatchObject({ appointments: [], busy: [other] });
  });

  it('that are neither here nor came here leave the day the object it was', () => {
    const before = exampleDay({ busy: [other] });
    const far = { ...bar, start: at('15:00', '2026-11-25'), end: at('17:00', '2026-11-25') };
    const event = exampleEvent('2.0', { kind: 'busy', record: { appointmentId: 10, bars: [far] } });
    expect(foldBoardDay(before, event)).toBe(before);
  });
});

describe('a change in another unit', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    forgetEvents();
    forgetSeen();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is drawn without reading the board again', () => {
    const client = new QueryClient();
    const { queryKey } = boardQueries.day(exampleDay().day, 'UTC');
    client.setQueryData(queryKey, exampleDay({ busy: [other] }));
    const read = vi.spyOn(client, 'invalidateQueries').mockResolvedValue();
    const { apply, stop } = createApplier(client);
    apply(exampleEvent('2.0', { kind: 'busy', record: { appointmentId: 10, bars: [bar] } }));
    vi.advanceTimersByTime(60_000);
    expect(client.getQueryData(queryKey)!.busy).toEqual([other, bar]);
    expect(read).not.toHaveBeenCalled();
    stop();
  });
});
