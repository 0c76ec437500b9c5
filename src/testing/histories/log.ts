/** What a random history remembers: every command with when it was given, when it was answered, and how. */
import type { EndpointName } from '#contract/endpoints.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Id } from '#domain/ids.ts';

/** One record a command was decided on: the version seen, and the fields its person decided about. */
export type Decided = {
  readonly kind: 'job' | 'appointment' | 'timeOff';
  readonly id: Id;
  readonly version: number;
  readonly fields: readonly string[];
};

/** A command ready to be sent. */
export type Move = {
  readonly name: EndpointName;
  readonly params?: { readonly id: Id };
  readonly body: unknown;
  readonly decided: readonly Decided[];
  /** Values the person set, which the record must show at the version this command wrote. */
  readonly set?: { readonly kind: string; readonly id: Id; readonly field: string; readonly value: unknown };
};

/** `unknown`: the connection was lost while committing; it may or may not have happened. */
export type Outcome = 'ok' | 'refused' | 'unknown' | 'fault';

export type Entry = {
  readonly client: number;
  readonly userId: Id;
  readonly mayOverride: boolean;
  readonly move: Move;
  /** Ticks of one counter: `a.ended < b.invoked` means that a was answered before b was given. */
  readonly invoked: number;
  readonly ended: number;
  readonly outcome: Outcome;
  /** The refusal's code, or what the fault said. */
  readonly code: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly operationId: Id | null;
  readonly merged: boolean;
  readonly cards: readonly JobCardView[];
};
