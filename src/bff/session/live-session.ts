import type { Actor } from '#contract/upstream.ts';
import type { Instant } from '#domain/time.ts';

/** A session that was alive when it was read: who the person is *now*, nothing of it comes from the cookie (R9). */
export type LiveSession = {
  /** SHA-256 of the cookie, hex. The cookie itself is nowhere (R3). */
  readonly idHash: string;
  readonly actor: Actor;
  readonly email: string;
  readonly companyName: string;
  readonly activeOn: Instant;
  readonly idleUntil: Instant;
  readonly absoluteUntil: Instant;
};
