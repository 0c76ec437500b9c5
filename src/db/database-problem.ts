import { DatabaseError } from './database.ts';

type DatabaseProblem = {
  readonly code: 'server.timeout' | 'server.disk_full' | 'server.unavailable';
  readonly params: Readonly<Record<string, unknown>>;
};

const UNAVAILABLE: DatabaseProblem = { code: 'server.unavailable', params: { retryAfterSeconds: 1 } };
const TIMEOUT: DatabaseProblem = { code: 'server.timeout', params: {} };
const DISK_FULL: DatabaseProblem = { code: 'server.disk_full', params: {} };

const PROBLEMS: ReadonlyMap<string, DatabaseProblem> = new Map(
  Object.entries({
    deadline: TIMEOUT,
    '57014': TIMEOUT,
    aborted: TIMEOUT,
    disk_full: DISK_FULL,
    '53100': DISK_FULL,
    unavailable: UNAVAILABLE,
    busy: UNAVAILABLE,
    closed: UNAVAILABLE,
  }),
);

/** What a person can do something about (wait, make room), in the contract's codes; null: a fault. */
export const problemOfDatabase = (error: unknown): DatabaseProblem | null =>
  error instanceof DatabaseError ? (PROBLEMS.get(error.code) ?? null) : null;
