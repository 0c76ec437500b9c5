/** What one person sends, what came back, and all that is known of the record before and after. */
import type { EndpointName } from '#contract/endpoints.ts';
import type { Id } from '#domain/ids.ts';
import type { HistoryRow } from '../histories/facts.ts';
import type { Call } from '../sweep/send.ts';

/** A field's value as the record has it, or what must hold of it. */
export type Wanted = unknown | ((value: unknown) => boolean);

export type Edit = {
  readonly endpoint: EndpointName;
  readonly call: Call;
  /** By the record's own field names. */
  readonly sets: Readonly<Record<string, Wanted>>;
  /** Fields that are decided along with those: a project's status decides on its sub-status. */
  readonly also: readonly string[];
};
export type Answer = {
  readonly status: number;
  readonly code: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly operationId: Id | null;
  readonly merged: boolean;
};
export type State = { readonly version: number } & Readonly<Record<string, unknown>>;

/** One of the two: who, what, and what they were told. */
export type Side = {
  readonly userId: Id;
  readonly userName: string;
  readonly edit: Edit;
  readonly answer: Answer;
};
export type Pair = {
  readonly of: string;
  readonly kind: string;
  readonly id: Id;
  /** In the order they were sent. */
  readonly sides: readonly [Side, Side];
  readonly atOnce: boolean;
  readonly before: State;
  readonly after: State;
  /** Versions of the record since `before`. */
  readonly history: readonly HistoryRow[];
  /** Fields a change of another may bring along: a status its sub-status. */
  readonly follows: readonly string[];
};
