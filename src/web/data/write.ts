/**
 * How every write of the browser is made: one Idempotency-Key per intention, the versions it was decided on, the
 * answer folded into what is on screen before the mutation counts as done (so that an optimistic card never jumps).
 */
import { type MutationFunctionContext, mutationOptions, type QueryClient } from '@tanstack/react-query';
import type { Expected } from '#contract/scalars.ts';
import { newKey } from '../lib/api.ts';
import { noteOwnWrite, type RecordRef, type Versioned, versionsSeen, versionsToSend } from './versions.ts';

export type Sending = { readonly expected: Expected; readonly idempotencyKey: string };
/** A form says which versions it was opened on; without it, those on screen when the write is asked for are meant. */
export type Based = { readonly expected?: readonly Versioned[] | undefined };

type WriteOptions<V, R> = {
  readonly key: readonly string[];
  readonly send: (variables: V, sending: Sending) => Promise<R>;
  /** The records the write is decided on. */
  readonly on?: (variables: V, client: QueryClient) => readonly RecordRef[];
  /** Their versions afterwards, read from the answer. */
  readonly versionsIn?: (result: R) => readonly Versioned[];
  readonly apply?: (client: QueryClient, result: R, variables: V) => void;
  /** Keys to read again in the background. */
  readonly stale?: (variables: V, result: R | undefined) => readonly (readonly unknown[])[];
  /** Writes of one scope go one after the other. */
  readonly scope?: string;
};

type Intention = { readonly idempotencyKey: string; readonly decidedOn: readonly Versioned[] };
const intentions = new WeakMap<object, Intention>();

function intentionOf<V extends object & Based>(
  options: WriteOptions<V, unknown>,
  variables: V,
  client: QueryClient,
): Intention {
  const known = intentions.get(variables);
  if (known) return known;
  const decidedOn = variables.expected ?? versionsSeen(client, options.on?.(variables, client) ?? []);
  const intention = { idempotencyKey: newKey(), decidedOn };
  intentions.set(variables, intention);
  return intention;
}

/** Mutation options for one write; `variables` is an object of its own for each intention. */
export function write<V extends object & Based, R>(options: WriteOptions<V, R>) {
  const asUnknown = options as unknown as WriteOptions<V, unknown>;
  return mutationOptions<R, Error, V>({
    mutationKey: options.key,
    ...(options.scope ? { scope: { id: options.scope } } : {}),
    // Runs when the person asks; mutationFn runs when the scope lets it go.
    onMutate: (variables, { client }) => {
      intentionOf(asUnknown, variables, client);
    },
    mutationFn: async (variables: V, { client }: MutationFunctionContext) => {
      const { idempotencyKey, decidedOn } = intentionOf(asUnknown, variables, client);
      const expected = versionsToSend(client, decidedOn);
      const result = await options.send(variables, {
        expected: expected.length > 0 ? expected : undefined,
        idempotencyKey,
      });
      noteOwnWrite(client, expected, options.versionsIn?.(result) ?? []);
      options.apply?.(client, result, variables);
      return result;
    },
    onSettled: (result, _error, variables, _context, { client }) => {
      for (const queryKey of options.stale?.(variables, result) ?? []) {
        void client.invalidateQueries({ queryKey });
      }
    },
  });
}
