import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '#domain/roles.ts';
import { isAt, placesFor } from './navigation.tsx';

const idsFor = (...roles: Role[]) => placesFor({ roles }).map(({ id }) => id);

describe('where a person may go', () => {
  it('is ordered by what their role does all day', () => {
    expect(idsFor('csr')).toEqual([
      'today',
      'book',
      'customers',
      'jobs',
      'appointments',
      'board',
      'projects',
      'invoices',
      'payments',
      'timesheets',
      'messages',
    ]);
    expect(idsFor('dispatcher')).toEqual([
      'today',
      'board',
      'jobs',
      'appointments',
      'book',
      'customers',
      'projects',
      'invoices',
      'payments',
      'timesheets',
      'messages',
      'lists',
    ]);
    expect(idsFor('accounting')).toEqual([
      'today',
      'jobs',
      'appointments',
      'customers',
      'invoices',
      'payments',
      'orders',
      'returns',
      'bills',
      'payables',
      'receivables',
      'vendors',
      'skus',
      'board',
      'projects',
      'timesheets',
      'lists',
    ]);
    expect(idsFor('purchasing')).toEqual([
      'today',
      'orders',
      'returns',
      'bills',
      'payables',
      'vendors',
      'skus',
      'jobs',
      'appointments',
      'board',
      'customers',
      'lists',
    ]);
    expect(idsFor('admin')).toEqual([
      'today',
      'board',
      'book',
      'jobs',
      'appointments',
      'customers',
      'projects',
      'invoices',
      'payments',
      'orders',
      'returns',
      'bills',
      'payables',
      'receivables',
      'vendors',
      'skus',
      'timesheets',
      'messages',
      'settings',
      'users',
      'imports',
    ]);
  });
  it('is nothing for a technician, whose app is another', () => {
    expect(idsFor('technician')).toEqual([]);
  });
  it('adds up for several roles, in the order of the one with the screens open', () => {
    expect(idsFor('csr', 'admin')).toEqual([
      'today',
      'book',
      'customers',
      'jobs',
      'appointments',
      'board',
      'projects',
      'invoices',
      'payments',
      'orders',
      'returns',
      'bills',
      'payables',
      'receivables',
      'vendors',
      'skus',
      'timesheets',
      'messages',
      'settings',
      'users',
      'imports',
    ]);
  });
  it('has one key for each place', () => {
    const keys = placesFor({ roles: [...ROLES] }).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
  it('knows where one is', () => {
    const [today, board] = placesFor({ roles: ['dispatcher'] });
    expect([isAt(today!, '/'), isAt(today!, '/board'), isAt(board!, '/board')]).toEqual([true, false, true]);
    const lists = placesFor({ roles: ['dispatcher'] }).at(-1)!;
    expect([isAt(lists, '/settings/shifts'), isAt(board!, '/settings/shifts')]).toEqual([true, false]);
  });
  it('what was paid belongs to Payables', () => {
    const payables = placesFor({ roles: ['accounting'] }).find(({ id }) => id === 'payables')!;
    const at = ['/payables', '/ap-payments', '/ap-payments/7', '/ap-paymentsx', '/bills'];
    expect(at.map((path) => isAt(payables, path))).toEqual([true, true, true, false, false]);
  });
  it('what is to be ordered belongs to Orders', () => {
    const orders = placesFor({ roles: ['purchasing'] }).find(({ id }) => id === 'orders')!;
    const at = ['/purchase-orders', '/purchase-orders/spend', '/replenishment', '/bills'];
    expect(at.map((path) => isAt(orders, path))).toEqual([true, true, true, false]);
  });
  it('an admin in a list of the set-up is in Settings, in the users in Users alone', () => {
    const at = (path: string) =>
      placesFor({ roles: ['admin'] })
        .filter((place) => isAt(place, path))
        .map(({ id }) => id);
    expect(['/settings', '/settings/job-types', '/settings/audit', '/settings/users'].map(at)).toEqual([
      ['settings'],
      ['settings'],
      ['settings'],
      ['users'],
    ]);
  });
});
