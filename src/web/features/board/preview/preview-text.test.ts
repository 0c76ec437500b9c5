import { describe, expect, it } from 'vitest';
import type { AppointmentView } from '#contract/job.ts';
import { indexDay } from '../day/day-index.ts';
import { assigned, dayOf, SETUP, technician, utc, visit } from '../day/example-index.ts';
import { laneRefusal, movingRefusal } from './lane-refusal.ts';
import { previewMove } from './preview.ts';
import { conflictsOf, previewWords } from './preview-text.ts';

const WORDING = { zone: 'UTC', technicianName: (id: number) => technician(id).name };

function words(
  visits: AppointmentView[],
  to: number,
  start: string,
  end: string,
  technicians = [1, 2, 3].map((id) => technician(id)),
) {
  const index = indexDay(null, dayOf(visits, technicians), SETUP);
  const input = {
    id: 1,
    fromTechnicianId: visits[0]!.assignments[0]?.technicianId ?? null,
    toTechnicianId: to,
    start: utc(start),
    end: utc(end),
  };
  const preview = previewMove(index, { command: 'appointments.reassign', input })!;
  return { ...previewWords(index, preview, WORDING), conflicts: conflictsOf(index, preview) };
}

describe('what stands under the bar in hand', () => {
  it('names the visit it overlaps and by how much, worst first', () => {
    const other = visit(2, '10:00', '11:00', { assignments: [assigned(20, 2)] });
    const said = words([visit(1, '09:00', '10:00'), other], 2, '10:30', '18:00');
    expect(said.severity).toBe('hard');
    expect(said.lines[0]).toBe('Overlaps #1002 by 30 min: Sam Kowalski is booked 10:00–11:00');
    expect(said.lines[1]).toBe('60 min overtime for Sam Kowalski');
    expect(said.conflicts).toMatchObject([{ code: 'overlap', jobNumber: 1002, technicianId: 2 }]);
  });

  it('says what is kept when nothing is in the way', () => {
    const before = visit(2, '08:00', '09:00', { assignments: [assigned(20, 2)], latitude: 42.36 });
    const one = visit(1, '09:00', '10:00', { windowStart: utc('10:00'), windowEnd: utc('12:00') });
    expect(words([one, before], 2, '10:00', '11:00')).toMatchObject({
      severity: 'ok',
      lines: ['Window 10:00–12:00 kept', 'travel 3 min before'],
    });
  });

  it('tells time off and an event by their words', () => {
    const off = technician(2, {
      timeOff: [
        {
          id: 1,
          version: 1,
          technicianId: 2,
          start: utc('09:00'),
          end: utc('10:00'),
          label: 'Doctor',
          externalKey: null,
          active: true,
        },
      ],
      nonJobEvents: [
        {
          id: 2,
          version: 1,
          technicianId: 2,
          start: utc('10:00'),
          end: utc('11:00'),
          label: 'Training',
          externalKey: null,
          active: true,
        },
      ],
    });
    expect(words([visit(1, '12:00', '13:00')], 2, '09:30', '10:30', [off]).lines).toEqual([
      'Sam Kowalski is off 9:00–10:00',
      'Sam Kowalski has Training 10:00–11:00',
    ]);
  });

  it('looks at the whole crew when its time changes', () => {
    const crew = visit(1, '09:00', '10:00', { assignments: [assigned(10, 1), assigned(11, 2)] });
    const busy = visit(2, '12:00', '13:00', { assignments: [assigned(20, 2)] });
    expect(words([crew, busy], 1, '12:00', '13:00').lines[0]).toContain('Sam Kowalski is booked 12:00–13:00');
  });

  it('finds nothing to check for a visit on hold: it takes nobody’s time', () => {
    const held = visit(1, '09:00', '10:00', { status: 'Hold' });
    const other = visit(2, '09:00', '10:00', { assignments: [assigned(20, 2)] });
    expect(words([held, other], 2, '09:00', '10:00')).toMatchObject({ severity: 'ok', lines: [] });
  });
});

describe('a lane that cannot take it', () => {
  const index = indexDay(
    null,
    dayOf(
      [],
      [
        technician(1),
        technician(2, { skillIds: [] }),
        technician(3, { shifts: [] }),
        technician(4, {
          timeOff: [
            {
              id: 1,
              version: 1,
              technicianId: 4,
              start: utc('08:00'),
              end: utc('17:00'),
              label: '',
              externalKey: null,
              active: true,
            },
          ],
        }),
      ],
    ),
    SETUP,
  );
  const gas = visit(1, '09:00', '10:00', { jobTypeId: 2, assignments: [assigned(10, 1)] });
  const why = (technicianId: number, one = gas) => laneRefusal(index, one, technicianId, 1, utc('09:00'));

  it('says in a few words why: skill, shift, time off', () => {
    expect([why(1), why(2), why(3), why(4)]).toEqual([null, 'no Gas', 'no shift today', 'off today']);
  });

  it('is every lane when the visit itself cannot be moved', () => {
    const done = { ...gas, status: 'Done' as const };
    expect([why(1, done), why(2, done)]).toEqual(['visit is done', 'visit is done']);
    expect(movingRefusal(gas)).toBeNull();
  });

  it('is a colleague’s who is on the visit already', () => {
    const crew = { ...gas, assignments: [assigned(10, 1), assigned(11, 2)] };
    expect(why(2, crew)).toBe('on this visit already');
  });
});
