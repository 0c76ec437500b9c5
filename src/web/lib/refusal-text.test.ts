import { describe, expect, it } from 'vitest';
import { ConnectionError } from '#contract/client.ts';
import { type ProblemCode, ProblemError } from '#contract/problem.ts';
import { PROBLEM_STATUS } from '#contract/problem-status.ts';
import { REFUSAL_CODES } from '#domain/decision.ts';
import { errorText, refusalText } from './refusal-text.ts';

const wording = {
  zone: 'America/New_York',
  technicianName: (id: number) => ({ 1: 'Ana R.', 2: 'Sam K.' })[id],
};
/** Codes, ids and holes never reach a person. */
const NOT_FOR_PEOPLE = /undefined|null|NaN|\[object|[a-z]+\.[a-z]+_[a-z]|\b[a-z]+[A-Z][a-z]/;

const EVERY_CODE = [...Object.keys(PROBLEM_STATUS), ...REFUSAL_CODES] as ProblemCode[];

describe.each(EVERY_CODE)('%s', (code) => {
  it.each([
    ['without parameters', {}],
    [
      'with parameters of the wrong kind',
      { technicianId: 'x', technicianIds: 5, conflicts: {}, fields: 'no', at: 'then', limit: null },
    ],
  ])('reads as plain sentences %s', (_, params) => {
    const text = refusalText(code, params, wording);
    expect(text).toMatch(/^[A-Z#0-9]/);
    expect(text).toMatch(/[.?]$/);
    expect(text).not.toMatch(NOT_FOR_PEOPLE);
    expect(text.split(' ').length).toBeLessThan(36);
  });
});

describe('a refusal says what, why and what can be done', () => {
  it('lists what takes the time, the worst kind first', () => {
    const conflicts = [
      {
        code: 'timeOff',
        technicianId: 2,
        technicianName: 'Sam K.',
        start: '2026-11-21T13:00:00.000Z',
        end: '2026-11-21T15:00:00.000Z',
        overlapMinutes: 30,
      },
      {
        code: 'overlap',
        technicianId: 1,
        technicianName: 'Ana R.',
        start: '2026-11-21T14:00:00.000Z',
        end: '2026-11-21T16:00:00.000Z',
        overlapMinutes: 30,
        jobNumber: 1043,
      },
    ];
    expect(refusalText('schedule.conflict', { conflicts }, wording)).toBe(
      'Overlaps #1043 by 30 min: Ana R. is booked 9:00–11:00. Sam K. is off 8:00–10:00. ' +
        'Choose another time or technician, or book over it with a reason.',
    );
  });

  it('does not name another unit’s job', () => {
    const conflicts = [
      {
        code: 'overlap',
        technicianId: 1,
        start: '2026-11-21T14:00:00.000Z',
        end: '2026-11-21T16:00:00.000Z',
        overlapMinutes: 30,
      },
    ];
    expect(refusalText('schedule.conflict', { conflicts }, wording)).toContain(
      'Overlaps other work by 30 min: Ana R. is booked',
    );
  });

  it('names who changed which fields of what, and when', () => {
    const params = {
      kind: 'appointment',
      fields: [{ field: 'start', by: 2, at: '2026-11-21T14:00:00.000Z' }, { field: 'end' }],
      byName: 'Jo',
      at: '2026-11-21T14:00:00.000Z',
    };
    expect(refusalText('request.stale', params, wording)).toBe(
      'Jo changed start and end of this visit in the meantime (Sat 21 Nov 9:00). Compare both and choose.',
    );
  });

  it('names technicians as people do', () => {
    expect(refusalText('job.someone_working', { technicianIds: [1, 2], command: 'cancelJob' }, wording)).toBe(
      'Ana R. and Sam K. are working on this job. Mark them as left first, then cancel it.',
    );
  });
});

it.each([
  ['dispatch', 'Working', 'Ana R. is at work here, so you cannot dispatch them.'],
  ['arrive', 'Working', 'Ana R. is at work here, so you cannot mark them as arrived.'],
  ['cancelDispatch', 'Scheduled', 'Ana R. is not on the way yet, so you cannot call them back.'],
])('a step somebody cannot take says how far they are: %s', (command, status, text) => {
  expect(refusalText('assignment.not_in_status', { command, status, technicianId: 1 }, wording)).toBe(text);
});

describe('an undo the rules forbid', () => {
  it('says which rule stands in the way', () => {
    const params = { because: 'appointment.not_in_status', status: 'Working', command: 'reschedule' };
    expect(refusalText('undo.not_possible', params, wording)).toBe(
      'This step cannot be undone. You cannot reschedule this visit: it is working. Wait until the technician has left, or add another visit.',
    );
    expect(refusalText('undo.not_possible', { because: 'job.newer_rule' }, wording)).toBe(
      'This step cannot be undone. Change it by hand instead.',
    );
  });
});

describe('anything that was thrown', () => {
  it('is told apart: a refusal, a lost connection, a fault of the page', () => {
    expect(errorText(new ProblemError('undo.nothing'))).toBe('There is nothing left to undo.');
    expect(errorText(new ConnectionError(null))).toContain('cannot be reached');
    expect(errorText(new TypeError('x is not a function'))).not.toContain('function');
  });
  it('is told by its code when the server is newer than the page', () => {
    expect(refusalText('job.new_rule')).toContain('(job.new_rule)');
  });
});
