import { describe, expect, it } from 'vitest';
import type { User } from '#contract/session.ts';
import { changesOf, changeUserForm, newUserForm, newUserOf, valuesOf } from './user-form-values.ts';

const ana: User = {
  id: 3,
  version: 4,
  name: 'Ana Reyes',
  email: 'ana@demo.test',
  roles: ['csr', 'dispatcher'],
  rights: {},
  businessUnitIds: [1, 2],
  active: true,
  externalKey: null,
  orderLimitCents: null,
};

describe('changing a user', () => {
  it('sends only what was changed, whatever the order of the boxes', () => {
    expect(changesOf(ana, { ...valuesOf(ana), roles: ['dispatcher', 'csr'] })).toEqual({});
    expect(changesOf(ana, { ...valuesOf(ana), businessUnitIds: null, active: false })).toEqual({
      businessUnitIds: null,
      active: false,
    });
  });
  it('keeps the password unless a new one is typed', () => {
    expect(changeUserForm.safeParse(valuesOf(ana)).success).toBe(true);
    expect(changesOf(ana, { ...valuesOf(ana), password: 'three gray otters' })).toEqual({
      password: 'three gray otters',
    });
  });
  it('sends the rights given to this one person, and none when nothing was decided for them', () => {
    const mayOverride = { ...ana, rights: { overrideSchedule: true } };
    expect(changesOf(ana, valuesOf(mayOverride))).toEqual({ rights: { overrideSchedule: true } });
    expect(changesOf(mayOverride, { ...valuesOf(mayOverride), rights: {} })).toEqual({ rights: {} });
    expect(changesOf(mayOverride, valuesOf(mayOverride))).toEqual({});
  });
  it('sends the key of another program, and none once it is emptied', () => {
    expect(changesOf(ana, { ...valuesOf(ana), externalKey: ' A-7 ' })).toEqual({ externalKey: 'A-7' });
    expect(changesOf({ ...ana, externalKey: 'A-7' }, valuesOf(ana))).toEqual({ externalKey: null });
  });
  it('sends how much this one person may order, and nothing where the roles say it', () => {
    const limited = { ...ana, orderLimitCents: 250_000 };
    expect(valuesOf(limited).orderLimit).toBe('2500.00');
    expect(changesOf(limited, valuesOf(limited))).toEqual({});
    expect(changesOf(ana, { ...valuesOf(ana), orderLimit: '$2,500' })).toEqual({ orderLimitCents: 250_000 });
    expect(changesOf(ana, { ...valuesOf(ana), orderLimit: '0' })).toEqual({ orderLimitCents: 0 });
    expect(changesOf(limited, { ...valuesOf(limited), orderLimit: ' ' })).toEqual({ orderLimitCents: null });
    expect(newUserOf({ ...valuesOf(ana), orderLimit: '5' }).orderLimitCents).toBe(500);
    for (const orderLimit of ['1,5', '-1', 'much', '1.005', '999999999999']) {
      expect(changeUserForm.safeParse({ ...valuesOf(ana), orderLimit }).success).toBe(false);
    }
  });
  it('asks a new user for a role and a password', () => {
    const wrong = newUserForm.safeParse({ ...valuesOf(ana), roles: [], password: '' });
    expect(wrong.error?.issues.map(({ path }) => path.join('.')).sort()).toEqual(['password', 'roles']);
  });
});
