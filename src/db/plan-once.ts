/**
 * Marks a statement whose plan is the same whatever its values: a few records by id, one row written. PGlite then plans
 * it once instead of at every use, which for a statement on six tables is nine tenths of its time (README, Measured).
 * Not for lists with optional filters: their best plan depends on what is asked. PostgreSQL reads a comment.
 */
export const planOnce = (sql: string): string => `/* planned once */${sql}`;
