import { describe, expect, it } from 'vitest';
import { day } from '#domain/time.ts';
import { mergeDays } from './board-week.ts';
import { at, exampleAppointment, exampleDay, exampleEvent } from './live/example-board.ts';
import { foldBoardDay } from './live/fold-board.ts';

const saturday = exampleDay();
const sunday = exampleDay({
  day: day('2026-11-22'),
  start: at('00:00', '2026-11-22'),
  end: at('00:00', '2026-11-23'),
});
const overnight = exampleAppointment({ id: 5, start: at('22:00'), end: at('03:00', '2026-11-22') });

describe('days side by side', () => {
  it('are one span; a visit over midnight counts once, as its newest version has it', () => {
    const newer = { ...overnight, version: 2, summary: 'Two hands' };
    const both = mergeDays([
      { ...saturday, appointments: [exampleAppointment(), overnight] },
      { ...sunday, appointments: [newer] },
    ]);
    expect([both.day, both.start, both.end]).toEqual([saturday.day, saturday.start, sunday.end]);
    expect(both.appointments).toEqual([exampleAppointment(), newer]);
  });

  it('give a technician the spans of all, one over midnight once, and somebody who is there on one of them', () => {
    const night = {
      id: 1,
      version: 1,
      technicianId: 1,
      externalKey: null,
      active: true,
      start: at('20:00'),
      end: overnight.end,
    };
    const early = { ...night, id: 2, start: at('08:00', '2026-11-22'), end: at('16:00', '2026-11-22') };
    const [ana, sam] = saturday.technicians as [
      (typeof saturday.technicians)[0],
      (typeof saturday.technicians)[0],
    ];
    const both = mergeDays([
      { ...saturday, technicians: [{ ...ana, shifts: [night] }, sam] },
      {
        ...sunday,
        technicians: [{ ...ana, shifts: [night, early] }, sam, { ...sam, id: 3, name: 'Bo Left' }],
      },
    ]);
    expect(both.technicians.map(({ name }) => name)).toEqual(['Ana Reyes', 'Bo Left', 'Sam Kowalski']);
    expect(both.technicians[0]!.shifts).toEqual([night, early]);
  });

  it('go on where the oldest of them was read, so that no change is left out', () => {
    const both = mergeDays([
      { ...saturday, cursor: '9.0' },
      { ...sunday, cursor: '10.0' },
    ]);
    const record = exampleAppointment({ version: 2 });
    const after = foldBoardDay(both, exampleEvent('9.5', { kind: 'appointment', record }));
    expect(after.appointments).toEqual([record]);
  });
});
