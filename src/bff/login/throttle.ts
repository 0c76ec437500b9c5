/**
 * Slows down guessing (R20): per account and per network, counted in the database so that neither a restart nor a
 * second process forgets. An attempt is counted before its password is looked at, so that of two at the limit only
 * one passes; a right password gives it back. Nothing is locked for good.
 */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { type Instant, instantFromMs, msOf } from '#domain/time.ts';
import { throttledNetwork } from '../address.ts';
import { sha256 } from '../canonical-json.ts';

export type Rule = {
  readonly limit: number;
  readonly windowMs: number;
  /** How long to refuse after the limit was reached and `over` more attempts failed. */
  delayMs(over: number): number;
  /** How long failures are remembered after a refusal has run out. */
  readonly memoryMs: number;
};
const MINUTE_MS = 60_000;
const ACCOUNT: Rule = {
  limit: 5,
  windowMs: 15 * MINUTE_MS,
  delayMs: (over) => Math.min(15 * MINUTE_MS, 30_000 * 2 ** Math.min(over, 10)),
  memoryMs: 15 * MINUTE_MS,
};
/** Failures of a whole office behind one address: a typo each is nothing, a list of passwords is. */
const NETWORK: Rule = { limit: 30, windowMs: MINUTE_MS, delayMs: () => MINUTE_MS, memoryMs: 0 };

export type Gate = { readonly key: string; readonly rule: Rule };

/** Keys are hashed: the table must not list who failed to sign in (R20). */
export const accountGate = (email: string): Gate => ({
  key: sha256(`account:${email.toLowerCase()}`),
  rule: ACCOUNT,
});
export const networkGate = (address: string): Gate => ({
  key: sha256(`network:${throttledNetwork(address)}`),
  rule: NETWORK,
});
/** Guessing the current password in a stolen session. */
export const passwordGate = (userId: number): Gate => ({ key: sha256(`password:${userId}`), rule: ACCOUNT });

type Attempts = {
  readonly failures: number;
  readonly windowStartedOn: Instant;
  readonly blockedUntil: Instant | null;
};
type AttemptsRow = { failures: number; window_started_on: Instant; blocked_until: Instant | null };

/** The count after one more attempt; null: refused until `blockedUntil`. */
export function afterAttempt(before: Attempts | null, now: Instant, rule: Rule): Attempts | null {
  const nowMs = msOf(now);
  if (before && isWaiting(before, nowMs, rule)) return null;
  const isForgotten =
    before === null ||
    nowMs >=
      (before.blockedUntil
        ? msOf(before.blockedUntil) + rule.memoryMs
        : msOf(before.windowStartedOn) + rule.windowMs);
  const failures = isForgotten ? 1 : before.failures + 1;
  return {
    failures,
    windowStartedOn: isForgotten ? now : before.windowStartedOn,
    blockedUntil: failures >= rule.limit ? instantFromMs(nowMs + rule.delayMs(failures - rule.limit)) : null,
  };
}

/**
 * A wait further off than any this rule gives out was set by a clock that has been put back since: it counts as a
 * failure more and not as a lock for as long as the clock was wrong (F33).
 */
function isWaiting({ failures, blockedUntil }: Attempts, nowMs: number, rule: Rule): boolean {
  if (blockedUntil === null) return false;
  const waitMs = msOf(blockedUntil) - nowMs;
  // A minute more: two processes' clocks may differ a little.
  return waitMs > 0 && waitMs <= rule.delayMs(failures - rule.limit) + MINUTE_MS;
}

/** Counts an attempt at every gate, or throws `sign_in.too_many` with the seconds to wait and counts at none. */
export async function countAttempt(tx: Transaction, gates: readonly Gate[], now: Instant): Promise<void> {
  const counts: { key: string; after: Attempts }[] = [];
  for (const { key, rule } of [...gates].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    await tx.query(
      `insert into office.sign_in_failures (key, failures, window_started_on) values ($1, 0, $2)
       on conflict do nothing`,
      [key, now],
    );
    const [row] = await tx.query<AttemptsRow>(
      'select failures, window_started_on, blocked_until from office.sign_in_failures where key = $1 for update',
      [key],
    );
    const before = row
      ? { failures: row.failures, windowStartedOn: row.window_started_on, blockedUntil: row.blocked_until }
      : null;
    const after = afterAttempt(before, now, rule);
    if (!after) throw tooMany(before?.blockedUntil ?? now, now);
    counts.push({ key, after });
  }
  for (const { key, after } of counts) {
    await tx.query(
      `update office.sign_in_failures set failures = $2, window_started_on = $3, blocked_until = $4 where key = $1`,
      [key, after.failures, after.windowStartedOn, after.blockedUntil],
    );
  }
}

const tooMany = (until: Instant, now: Instant) =>
  new ProblemError('sign_in.too_many', {
    retryAfterSeconds: Math.max(1, Math.ceil((msOf(until) - msOf(now)) / 1000)),
  });

/** The password was right: the account starts anew, the network gets this one attempt back. */
export async function forgiveAttempt(tx: Transaction, gates: readonly Gate[]): Promise<void> {
  for (const { key, rule } of [...gates].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    if (rule === ACCOUNT) await tx.query('delete from office.sign_in_failures where key = $1', [key]);
    else {
      await tx.query(
        `update office.sign_in_failures set failures = greatest(0, failures - 1),
           blocked_until = case when failures <= $2 then null else blocked_until end where key = $1`,
        [key, rule.limit],
      );
    }
  }
}

export async function deleteForgottenAttempts(tx: Transaction, now: Instant): Promise<void> {
  const dayBefore = instantFromMs(msOf(now) - 24 * 60 * MINUTE_MS);
  await tx.query(
    `delete from office.sign_in_failures
     where window_started_on < $1 and (blocked_until is null or blocked_until < $1)`,
    [dayBefore],
  );
}
