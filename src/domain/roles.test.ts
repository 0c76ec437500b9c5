import { describe, expect, test } from 'vitest';
import { hasRight, RIGHTS, type Right, ROLES, type Role, rightsOf } from './roles.ts';

/** The whole table, written a second time by hand: a change of who may do what has to be made twice. */
const HOLDERS: Readonly<Record<Right, readonly Role[]>> = {
  overrideSchedule: ['dispatcher', 'admin'],
  doNotServiceOverride: ['dispatcher', 'admin'],
  seesCosts: ['purchasing', 'accounting', 'admin'],
  schedulesWork: ['dispatcher', 'admin'],
  assignsWhileBooking: ['csr', 'dispatcher', 'admin'],
  editsShifts: ['dispatcher', 'admin'],
  managesSetup: ['admin'],
  managesUsers: ['admin'],
};

describe('who has which right', () => {
  test.each(RIGHTS)('%s', (right) => {
    expect(ROLES.filter((role) => hasRight({ roles: [role] }, right))).toEqual(HOLDERS[right]);
  });

  test('several roles add up', () => {
    expect(rightsOf({ roles: ['csr', 'purchasing'] })).toEqual(['seesCosts', 'assignsWhileBooking']);
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
