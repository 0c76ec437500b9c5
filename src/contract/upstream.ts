/**
 * What the BFF hands a request to: the embedded backend, or a real tenant. One call per endpoint of the table, with
 * everything already validated against the contract, plus the change feed.
 */
import type { Id } from '#domain/ids.ts';
import type { Right, Role } from '#domain/roles.ts';
import type { EndpointName } from './endpoints.ts';
import type { ChangeEvent } from './history.ts';

/** Who asks: never taken from the request, always from the session (R34, R43). */
export type Actor = {
  readonly tenantId: Id;
  /** A person of schema `office`; of an API client, its own id. */
  readonly userId: Id;
  /** Left out: a person. `system`: Truckroll itself. Others' programs are actors with scopes, confined like people (domain-rules §9). */
  readonly kind?: 'apiClient' | 'system';
  readonly name: string;
  readonly roles: readonly Role[];
  readonly rights: readonly Right[];
  /** null: all business units. */
  readonly businessUnitIds: readonly Id[] | null;
};

export type UpstreamRequest = {
  readonly endpoint: EndpointName;
  readonly actor: Actor;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** Uploads only: the raw bytes as they arrive. */
  readonly upload?: AsyncIterable<Uint8Array>;
  readonly idempotencyKey: string | null;
  /** SHA-256 of params, query and body, canonical, in hex: the same key for another request is refused (F15). */
  readonly bodyHash: string;
  readonly requestId: string;
  readonly address: string;
  readonly signal: AbortSignal;
};

export type UpstreamResponse = {
  readonly status: number;
  /** JSON of the contract's shape; null for downloads, which have their content in chunks. */
  readonly body: unknown;
  readonly download?: {
    readonly fileName: string;
    readonly mediaType: string;
    readonly chunks: AsyncIterable<string | Uint8Array>;
  };
};

/** Position in the change feed, opaque, increasing in commit order. */
export type Position = string;

export type ChangeBatch = {
  /** Events after the position asked for, as this actor may see them, oldest first. */
  readonly events: readonly ChangeEvent[];
  /** Where to go on from; also moves when nothing was visible. */
  readonly position: Position;
  /** true: the position asked for is unknown or too old; the receiver must read its snapshot again. */
  readonly reset: boolean;
};

export type Upstream = {
  /** Answers one request; throws ProblemError for refusals and problems, anything else is a fault. */
  call(request: UpstreamRequest): Promise<UpstreamResponse>;
  /** Changes after `after` (null: from now) as the actor may see them; at most `limit`. */
  changes(actor: Actor, after: Position | null, limit: number): Promise<ChangeBatch>;
  /**
   * Wakes the listener after commits of a tenant, at least once per change, maybe more often; tenant 0: some wake-ups
   * may have been missed, look at all. Returns the way to stop.
   */
  onChange(listener: (tenantId: Id) => void): () => void;
  /**
   * Keeps the records up, every hour: makes the shifts that are due, forgets a little of what nobody can ask for any
   * more; answers whether there is more to forget. Left out where somebody else
   * keeps the records (a real tenant).
   */
  forget?(): Promise<boolean>;
};

/** Comparable: a position is behind another. */
export function isBehind(a: Position, b: Position): boolean {
  const [ax = 0n, ai = 0n] = a.split('.').map(BigInt);
  const [bx = 0n, bi = 0n] = b.split('.').map(BigInt);
  return ax === bx ? ai < bi : ax < bx;
}
