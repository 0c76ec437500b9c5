import { describe, expect, test } from 'vitest';
import { hasRight, mayTakeBack, RIGHTS, type Right, ROLES, type Role, rightsOf } from './roles.ts';

/** The whole table, written a second time by hand: a change of who may do what has to be made twice. */
const HOLDERS: Readonly<Record<Right, readonly Role[]>> = {
  overrideSchedule: ['dispatcher', 'admin'],
  doNotServiceOverride: ['dispatcher', 'admin'],
  assignsWhileBooking: ['csr', 'dispatcher', 'admin'],
  dispatch: ['dispatcher', 'admin'],
  seeCosts: ['purchasing', 'accounting', 'admin'],
  seeVendors: ['purchasing', 'accounting', 'admin'],
  correctExported: ['accounting', 'admin'],
  closeBooks: ['accounting', 'admin'],
};

describe('who has which right', () => {
  test.each(RIGHTS)('%s', (right) => {
    expect(ROLES.filter((role) => hasRight({ roles: [role] }, right))).toEqual(HOLDERS[right]);
  });

  test('several roles add up', () => {
    expect(rightsOf({ roles: ['accounting', 'dispatcher'] })).toEqual([...RIGHTS]);
    expect(rightsOf({ roles: ['csr', 'purchasing'] })).toEqual([
      'assignsWhileBooking',
      'seeCosts',
      'seeVendors',
    ]);
  });

  test('nobody without a role may anything, and an unknown role counts for nothing', () => {
    expect(rightsOf({ roles: [] })).toEqual([]);
    expect(rightsOf({ roles: ['constructor' as Role] })).toEqual([]);
  });

  test('one person can be given a right the role lacks, or lose one it has', () => {
    expect(hasRight({ roles: ['csr'], rights: { overrideSchedule: true } }, 'overrideSchedule')).toBe(true);
    expect(hasRight({ roles: ['dispatcher'], rights: { overrideSchedule: false } }, 'overrideSchedule')).toBe(
      false,
    );
  });
});

test.each([
  ['csr', 'job.booked', true],
  ['csr', 'appointment.rescheduled', true],
  ['csr', 'appointment.assigned', false],
  ['csr', 'time-off.added', false],
  ['csr', 'vendor.updated', false],
  ['dispatcher', 'vendor-contact.added', false],
  ['purchasing', 'vendor.updated', true],
  ['accounting', 'vendor-contact.added', true],
  ['accounting', 'job.updated', true],
  ['accounting', 'job.booked', false],
  ['accounting', 'customer.updated', true],
  ['accounting', 'project.job-attached', true],
  ['purchasing', 'project.updated', false],
  ['dispatcher', 'appointment.left', true],
  ['dispatcher', 'work-pattern.changed', true],
  ['csr', 'work-pattern.changed', false],
  ['dispatcher', 'labor-cost.changed', false],
  ['accounting', 'labor-cost.changed', true],
  ['accounting', 'setup.changed', false],
  ['purchasing', 'customer.updated', false],
  ['dispatcher', 'constructor.called', false],
  ['admin', 'setup.changed', true],
] as const)('somebody who is %s today may take back %s of their own: %s', (role, verb, may) => {
  expect(mayTakeBack([role], verb)).toBe(may);
});
