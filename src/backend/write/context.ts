/** Who asks, when and from where: one per request, handed to every command. */
import type { Actor } from '#contract/upstream.ts';
import type { Instant } from '#domain/time.ts';

export type CommandContext = {
  readonly actor: Actor;
  readonly now: Instant;
  readonly requestId: string;
  readonly address: string;
};
