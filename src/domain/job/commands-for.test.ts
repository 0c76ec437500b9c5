import { describe, expect, test } from 'vitest';
import { ANNA, BEN, give, having, makeCard, VISIT } from './card.fixture.ts';
import { commandsFor } from './commands-for.ts';

const card = makeCard();
const onVisit = { appointmentId: VISIT };
const onAnna = { appointmentId: VISIT, technicianId: ANNA };

describe('the buttons of a screen', () => {
  test('of a new job', () => {
    expect(commandsFor(card)).toEqual(['update', 'holdJob', 'cancelJob', 'completeJob', 'addAppointment']);
  });

  test('of a job somebody is working on: it cannot be held or canceled', () => {
    expect(commandsFor(having(card, give.arrive()))).toEqual(['update', 'completeJob', 'addAppointment']);
  });

  test('of a completed job with a posted invoice: it cannot be reopened', () => {
    const completed = having(card, give.complete());
    expect(commandsFor(completed)).toEqual(['update', 'reopenJob']);
    expect(commandsFor({ ...completed, invoiceStatus: 'Posted' })).toEqual(['update']);
  });

  test('of the only visit of a job: no delete', () => {
    expect(commandsFor(card, onVisit)).not.toContain('deleteAppointment');
    expect(commandsFor(having(card, give.addVisit()), onVisit)).toContain('deleteAppointment');
  });

  test('a visit in the tray can be dropped on a lane', () => {
    expect(commandsFor(makeCard({ assignments: [] }), onVisit)).toContain('reassign');
    expect(commandsFor(card, onVisit)).not.toContain('reassign');
  });

  test('of a technician', () => {
    expect(commandsFor(card, onAnna)).toEqual(['unassign', 'reassign', 'dispatch', 'arrive']);
    expect(commandsFor(having(card, give.arrive()), onAnna)).toEqual(['pause', 'leave']);
    expect(commandsFor(card, { ...onVisit, technicianId: BEN })).toEqual([]);
  });

  test('of a technician who is at work elsewhere: no arrival', () => {
    expect(commandsFor(card, { ...onAnna, workingElsewhere: new Set([ANNA]) })).toEqual([
      'unassign',
      'reassign',
      'dispatch',
    ]);
  });

  test('of a canceled job: taking that back, and what other programs call it and its visits', () => {
    const canceled = having(card, give.cancel());
    expect(commandsFor(canceled)).toEqual(['update', 'removeCancellation']);
    expect(commandsFor(canceled, onVisit)).toEqual(['setExternalKey']);
  });
});
