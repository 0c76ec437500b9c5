import { describe, expect, test } from 'vitest';
import { msOf } from '#domain/time.ts';
import { foldMove } from '../../../data/pending-moves.ts';
import { indexDay } from '../day/day-index.ts';
import { assigned, dayOf, SETUP, utc, visit } from '../day/example-index.ts';
import { consequencesOf, moveOf, plainRefusal } from '../moves/drop-preview.ts';
import { isIdle, pendingOf, requestOf } from '../moves/move-request.ts';
import { holdingRefusal } from '../preview/lane-refusal.ts';

const lanes = [71, 72, 73].map((id) => ({ id, name: `Lane ${id}`, active: id !== 73, businessUnitId: null }));
const setup = { ...SETUP, holdingLanes: lanes };
const anas = visit(1, '09:00', '10:00', {
  assignments: [assigned(10, 1)],
  windowStart: utc('08:00'),
  windowEnd: utc('10:00'),
});
const waits = visit(2, '09:00', '10:00');
const parked = visit(3, '13:00', '14:00', { holdingLaneId: 71 });
const old = visit(4, '13:00', '14:00', { holdingLaneId: 73 });
const day = dayOf([anas, waits, parked, old]);
const index = indexDay(null, day, setup);
const WORDING = { zone: 'UTC', technicianName: (id: number) => ['', 'Ana', 'Sam'][id] };

const place = (barId: string | null, laneId: number, from: string, to: string, mode = 'move') =>
  ({
    barId,
    appointmentId: 0,
    technicianId: laneId,
    start: msOf(utc(from)),
    end: msOf(utc(to)),
    mode,
  }) as Parameters<typeof moveOf>[2];

describe('a drop', () => {
  test('on a holding lane parks, from a technician, the tray and another lane alike', () => {
    const to = { kind: 'park', to: 72, start: utc('14:00'), end: utc('15:00') };
    expect(moveOf(index, anas, place('1:1', 72, '14:00', '15:00'), false)).toEqual(to);
    expect(moveOf(index, waits, place(null, 72, '14:00', '15:00', 'assign'), false)).toEqual(to);
    expect(moveOf(index, parked, place('3:71', 72, '14:00', '15:00'), true)).toEqual(to);
  });

  test('from a holding lane on a technician is an assignment of nobody’s visit', () => {
    expect(moveOf(index, parked, place('3:71', 2, '13:00', '14:00'), false)).toMatchObject({
      kind: 'move',
      from: null,
      to: 2,
    });
  });

  test('within the lane, and at its end, parks anew: no customer hears of it', () => {
    const longer = moveOf(index, parked, place('3:71', 71, '13:00', '15:00', 'resize'), false);
    expect(longer).toEqual({ kind: 'park', to: 71, start: utc('13:00'), end: utc('15:00') });
    expect(isIdle(parked, { ...longer, start: parked.start, end: parked.end } as never)).toBe(true);
  });

  test('shows at once what the server will answer, and nobody has it any more', () => {
    const move = moveOf(index, anas, place('1:1', 71, '14:00', '15:00'), false);
    const after = indexDay(index, foldMove(day, pendingOf(anas, move)), setup);
    expect(after.holding.get(71)?.visits.map(({ id }) => id)).toEqual([1, 3]);
    expect(after.lanes.get(1)?.taken).toEqual([]);
    const back = foldMove(
      after.day,
      pendingOf(parked, { kind: 'move', from: null, to: 2, start: utc('13:00'), end: utc('14:00') }),
    );
    expect(back.appointments.find(({ id }) => id === 3)).toMatchObject({ holdingLaneId: null });
    const out = foldMove(day, pendingOf(parked, { kind: 'unpark' }));
    expect(out.appointments.find(({ id }) => id === 3)).toMatchObject({
      holdingLaneId: null,
      assignments: [],
    });
  });
});

describe('before the drop', () => {
  const toLane = (from: string, to: string) => moveOf(index, anas, place('1:1', 71, from, to), false);

  test('it says that nobody has the time, who is taken off, and whether the promise is kept', () => {
    expect(consequencesOf(index, anas, toLane('09:30', '10:30'), WORDING)).toEqual({
      severity: 'ok',
      lines: ['No technician has this time', 'Ana Reyes taken off', 'Window 8:00–10:00 kept'],
    });
    expect(consequencesOf(index, anas, toLane('14:00', '15:00'), WORDING)).toEqual({
      severity: 'soft',
      lines: ['4 h after the arrival window', 'No technician has this time', 'Ana Reyes taken off'],
    });
  });

  test('somebody on the way would be called back', () => {
    const sent = {
      ...anas,
      assignments: [assigned(10, 1, { status: 'Dispatched' })],
      status: 'Dispatched',
    } as typeof anas;
    expect(consequencesOf(index, sent, toLane('09:30', '10:30'), WORDING).lines[0]).toBe(
      'Ana would be called back',
    );
  });

  test('nobody’s work is parked while they are at it, and a lane out of use takes nothing new', () => {
    const working = {
      ...anas,
      status: 'Working',
      assignments: [assigned(10, 1, { status: 'Working' })],
    } as typeof anas;
    expect(plainRefusal(working, toLane('14:00', '15:00'), WORDING)).toContain('You cannot park this visit');
    expect(holdingRefusal(anas, index.holding.get(73)!)).toBe('out of use');
    expect(holdingRefusal(old, index.holding.get(73)!)).toBeNull();
    expect(holdingRefusal(working, index.holding.get(71)!)).toBe('visit is working');
  });

  test('afterwards it is told where it is', () => {
    expect(requestOf(index, anas, toLane('14:00', '15:00'))).toMatchObject({
      command: 'appointments.park',
      input: { id: 1, holdingLaneId: 71 },
      done: '#1001 parked in Lane 71, 14:00–15:00',
    });
    expect(requestOf(index, parked, { kind: 'unpark' }).done).toBe(
      '#1003 taken out of Lane 71: it waits in the tray',
    );
  });
});
