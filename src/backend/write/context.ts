/** Who asks, when and from where: one per request, handed to every command. */
import type { Actor } from '#contract/upstream.ts';
import type { Instant } from '#domain/time.ts';

export type CommandContext = {
  readonly actor: Actor;
  readonly now: Instant;
  readonly requestId: string;
  readonly address: string;
  /** Left out: a person in the browser. A move says by which way it came (`history/moves.ts`). */
  readonly channel?: 'import';
  /** There is a mail server to send messages by. */
  readonly canMail?: boolean;
  /** Where other programs reach API_PORT: addresses of calendars begin with it. */
  readonly apiOrigin?: string;
};
