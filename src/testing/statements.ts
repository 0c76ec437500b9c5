/** A transaction that remembers its statements: for tests of how often the database is asked. */
import type { Transaction } from '#db/database.ts';

export function remembering(tx: Transaction): { readonly tx: Transaction; readonly statements: string[] } {
  const statements: string[] = [];
  const query: Transaction['query'] = (sql, params) => {
    statements.push(sql);
    return tx.query(sql, params);
  };
  return { tx: { ...tx, query }, statements };
}
