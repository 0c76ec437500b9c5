/**
 * Reads the change feed once for all who may see the same: 200 streams of dispatchers cost one query per change, not
 * 200. Readers of a group that are at the same position share the read; one that resumes further back catches up by
 * itself and then joins.
 */
import type { FastifyBaseLogger } from 'fastify';
import type { Actor, ChangeBatch, Position, Upstream } from '#contract/upstream.ts';
import type { Id } from '#domain/ids.ts';
import { changeFrames, resetFrame } from './frames.ts';

export type Reader = {
  readonly actor: Actor;
  /** null: from now on. */
  position: Position | null;
  /** It came with a position nobody here ever gave out: what it shows may be anything (F21). */
  startsOver: boolean;
  write(text: string): void;
};

export type Feed = {
  /** Starts with what happened since the reader's position. Returns the way to stop. */
  add(reader: Reader): () => void;
  /** Asks again for everybody: a wake-up may have been lost on the way. */
  wakeAll(): void;
  close(): void;
};

type Group = { readonly tenantId: Id; readonly readers: Set<Reader>; reading: boolean; again: boolean };

const AT_ONCE = 500;
const RETRY_MS = 1000;

/** What an actor may see depends on these alone; people with the same key get the same bytes. */
export const groupKey = ({ tenantId, roles, rights, businessUnitIds }: Actor): string =>
  JSON.stringify([
    tenantId,
    [...roles].sort(),
    [...rights].sort(),
    businessUnitIds && [...businessUnitIds].sort(),
  ]);

function byPosition(readers: ReadonlySet<Reader>): Map<Position | null, Reader[]> {
  const positions = new Map<Position | null, Reader[]>();
  for (const reader of readers) {
    positions.set(reader.position, [...(positions.get(reader.position) ?? []), reader]);
  }
  return positions;
}

export function openFeed(upstream: Pick<Upstream, 'changes' | 'onChange'>, log: FastifyBaseLogger): Feed {
  const groups = new Map<string, Group>();
  const retries = new Set<NodeJS.Timeout>();

  const stopListening = upstream.onChange((tenantId) => {
    for (const group of groups.values()) if (group.tenantId === tenantId) void pump(group);
  });

  async function pump(group: Group): Promise<void> {
    group.again = true;
    if (group.reading) return;
    group.reading = true;
    try {
      while (group.again && group.readers.size > 0) {
        group.again = false;
        for (const [position, readers] of byPosition(group.readers)) {
          if (await readOnce(position, readers)) group.again = true;
        }
      }
    } catch (error) {
      log.error({ err: error }, 'the change feed could not be read');
      const timer = setTimeout(() => {
        retries.delete(timer);
        void pump(group);
      }, RETRY_MS).unref();
      retries.add(timer);
    } finally {
      group.reading = false;
    }
  }

  /** @returns whether there may be more */
  async function readOnce(position: Position | null, readers: readonly Reader[]): Promise<boolean> {
    const [first] = readers;
    if (!first) return false;
    const batch = await upstream.changes(first.actor, position, AT_ONCE);
    const text = textOf(batch);
    for (const reader of readers) {
      reader.position = batch.position;
      if (reader.startsOver) reader.write(resetFrame(batch.position));
      reader.startsOver = false;
      if (text !== '') reader.write(text);
    }
    return batch.events.length >= AT_ONCE;
  }

  function textOf(batch: ChangeBatch): string {
    if (batch.reset) return resetFrame(batch.position);
    try {
      return changeFrames(batch);
    } catch (error) {
      log.error({ err: error }, 'an event of the change feed is not of its shape');
      return resetFrame(batch.position);
    }
  }

  return {
    add(reader) {
      const key = groupKey(reader.actor);
      const group = groups.get(key) ?? {
        tenantId: reader.actor.tenantId,
        readers: new Set(),
        reading: false,
        again: false,
      };
      groups.set(key, group);
      group.readers.add(reader);
      void pump(group);
      return () => {
        group.readers.delete(reader);
        if (group.readers.size === 0 && groups.get(key) === group) groups.delete(key);
      };
    },
    wakeAll() {
      for (const group of groups.values()) void pump(group);
    },
    close() {
      stopListening();
      for (const timer of retries) clearTimeout(timer);
    },
  };
}
