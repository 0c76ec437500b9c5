import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '#domain/roles.ts';
import { isAt, placesFor } from './navigation.tsx';

const idsFor = (...roles: Role[]) => placesFor({ roles }).map(({ id }) => id);

describe('where a person may go', () => {
  it('is ordered by what their role does all day', () => {
    expect(idsFor('csr')).toEqual(['today', 'book', 'customers', 'jobs', 'board']);
    expect(idsFor('dispatcher')).toEqual(['today', 'board', 'jobs', 'book', 'customers']);
    expect(idsFor('accounting')).toEqual(['today', 'jobs', 'customers', 'board']);
    expect(idsFor('admin')).toEqual(['today', 'board', 'book', 'jobs', 'customers', 'users', 'imports']);
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
      'board',
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
  });
});
