import { expect, test } from 'vitest';
import { DatabaseError } from './database.ts';
import { problemOfDatabase } from './database-problem.ts';

const codeOf = (code: string) => problemOfDatabase(new DatabaseError('', { code }))?.code ?? null;

test.each([
  ['deadline', 'server.timeout'],
  // A server's own statement_timeout, and a caller who gave up.
  ['57014', 'server.timeout'],
  ['aborted', 'server.timeout'],
  ['disk_full', 'server.disk_full'],
  // PostgreSQL ran into the full disk before we noticed.
  ['53100', 'server.disk_full'],
  ['unavailable', 'server.unavailable'],
  ['busy', 'server.unavailable'],
  ['closed', 'server.unavailable'],
])('%s is told as %s, wherever it happens', (code, told) => {
  expect(codeOf(code)).toBe(told);
});

test('a broken rule of the database and anything that is not its error stay faults', () => {
  expect(codeOf('23505')).toBeNull();
  expect(codeOf('constructor')).toBeNull();
  expect(problemOfDatabase(new Error('deadline'))).toBeNull();
});
