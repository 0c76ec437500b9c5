import pg from 'pg';
import { DatabaseError } from './database.ts';

/** The server went, is going or is full: nothing wrong with the statement, asking again soon may work. */
const UNAVAILABLE = /^(08...|57P0[1-5]|53300|25P03)$/;
/** query_canceled: `statement_timeout` on the server is our deadline. */
const CANCELED = '57014';

/** Anything node-postgres throws → DatabaseError. `where` is a host and port, never the URL with its password. */
export function toDatabaseError(error: unknown, where: string): DatabaseError {
  if (error instanceof DatabaseError) return error;
  if (error instanceof pg.DatabaseError && error.code) {
    const { code, constraint, table, column, detail, hint, message } = error;
    if (code === CANCELED) return new DatabaseError(message, { code: 'deadline' });
    if (UNAVAILABLE.test(code)) {
      return new DatabaseError(`PostgreSQL at ${where} is not available: ${message}`, {
        code: 'unavailable',
      });
    }
    return new DatabaseError(message, { code, constraint, table, column, detail, hint });
  }
  return new DatabaseError(
    `PostgreSQL at ${where} cannot be reached: ${(error as Error).message || (error as NodeJS.ErrnoException).code}`,
    { code: 'unavailable' },
    { cause: error },
  );
}
