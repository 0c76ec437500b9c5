import { describe, expect, it } from 'vitest';
import { at, exampleAppointment, exampleDay } from './live/example-board.ts';
import { foldMove, type PendingMove } from './pending-moves.ts';

const day = exampleDay({ appointments: [exampleAppointment()] });
const drag: PendingMove = {
  command: 'appointments.reassign',
  input: { id: 10, fromTechnicianId: null, toTechnicianId: 2, start: at('09:00'), end: at('11:00') },
};

describe('a move that is not answered yet', () => {
  it('shows the visit at its new time with its new technician', () => {
    expect(foldMove(day, drag).appointments).toMatchObject([
      {
        start: at('09:00'),
        assignments: [{ technicianId: 2, technicianName: 'Sam Kowalski', status: 'Scheduled' }],
      },
    ]);
  });

  it('shows several moved in one step, each with who goes there instead of whom', () => {
    const step: PendingMove = {
      command: 'appointments.rearrange',
      input: {
        moves: [
          { appointmentId: 10, start: at('13:00'), end: at('14:00'), technicians: [{ from: null, to: 2 }] },
          { appointmentId: 99, start: at('13:00'), end: at('14:00') },
        ],
      },
    };
    const after = foldMove(day, step);
    expect(after.appointments).toMatchObject([
      { start: at('13:00'), end: at('14:00'), assignments: [{ technicianId: 2, status: 'Scheduled' }] },
    ]);
    expect(foldMove(after, step)).toEqual(after);
  });

  it('shows several parked in one step, off everybody, and one taken out of its lane', () => {
    const place = { appointmentId: 10, start: at('13:00'), end: at('14:00') };
    const step = (holdingLaneId: number | null): PendingMove => ({
      command: 'appointments.rearrange',
      input: { moves: [{ ...place, holdingLaneId }] },
    });
    const parked = foldMove(foldMove(day, drag), step(71));
    expect(parked.appointments).toMatchObject([{ holdingLaneId: 71, start: at('13:00'), assignments: [] }]);
    expect(foldMove(parked, step(null)).appointments).toMatchObject([{ holdingLaneId: null }]);
    const moved: PendingMove = { command: 'appointments.rearrange', input: { moves: [place] } };
    expect(foldMove(parked, moved).appointments).toMatchObject([{ holdingLaneId: 71 }]);
  });

  it('changes nothing more once the answer is in', () => {
    const answered = foldMove(day, drag);
    expect(foldMove(answered, drag)).toEqual(answered);
  });

  it('leaves no trace when it is refused: the board without it is the board', () => {
    foldMove(day, drag);
    expect(day.appointments).toEqual([exampleAppointment()]);
  });

  it('follows moves in the order they were made', () => {
    const back: PendingMove = {
      command: 'appointments.reassign',
      input: { ...drag.input, fromTechnicianId: 2, toTechnicianId: 1 } as (typeof drag)['input'] & {
        toTechnicianId: number;
        fromTechnicianId: number;
      },
    } as PendingMove;
    expect([drag, back].reduce(foldMove, day).appointments[0]!.assignments).toMatchObject([
      { technicianId: 1 },
    ]);
  });

  it('takes a technician off and sets a window', () => {
    const assigned = foldMove(day, drag);
    expect(
      foldMove(assigned, { command: 'appointments.unassign', input: { id: 10, technicianIds: [2] } })
        .appointments[0]!.assignments,
    ).toEqual([]);
    expect(
      foldMove(day, {
        command: 'appointments.reschedule',
        input: { id: 10, windowStart: at('08:00'), windowEnd: at('10:00') },
      }).appointments,
    ).toMatchObject([{ windowStart: at('08:00'), windowEnd: at('10:00'), start: at('15:00') }]);
  });
});
