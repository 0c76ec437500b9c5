/**
 * Who looks at the board, of all companies, in this process's memory. Processes tell each other over the bus
 * (PostgreSQL's NOTIFY), each with its own memory: a word that is worth nothing after a restart is not written to disk
 * each time a bar is lifted.
 */
import { randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { PresentPage } from '#contract/presence.ts';
import type { Clock } from '#db/clock.ts';
import { type Database, DatabaseError } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { heard, looksSame, type Presence, stillHere } from '#domain/presence.ts';

export type People = {
  /** Takes in what a page of this company says, here at once and elsewhere over the bus. */
  say(tenantId: Id, said: Omit<Presence, 'atMs'>): Promise<void>;
  present(tenantId: Id): readonly PresentPage[];
  close(): void;
};

/** Sender (a process), company, word. */
const BUS = /^presence:([0-9a-f-]+):(\d+):(\{.*\})$/s;
const SWEEP_MS = 5_000;

/** @param onNews somebody of this company came, went, looks elsewhere, lifted or put down */
export function openPeople(
  database: Database,
  clock: Clock,
  onNews: (tenantId: Id) => void,
  log: FastifyBaseLogger,
): People {
  const sender = randomUUID();
  const known = new Map<Id, readonly Presence[]>();
  const of = (tenantId: Id) => known.get(tenantId) ?? [];

  function keep(tenantId: Id, after: readonly Presence[]): void {
    const before = of(tenantId);
    if (after.length === 0) known.delete(tenantId);
    else known.set(tenantId, after);
    if (!looksSame(before, after)) onNews(tenantId);
  }

  const sweep = setInterval(() => {
    for (const [tenantId, pages] of known) keep(tenantId, stillHere(pages, clock.ms()));
  }, SWEEP_MS).unref();

  const stopListening = database.onNotify((payload) => {
    const [, from, tenant, word = ''] = BUS.exec(payload) ?? [];
    if (!tenant || from === sender) return;
    const said = JSON.parse(word) as Omit<Presence, 'atMs'>;
    keep(Number(tenant), heard(of(Number(tenant)), { ...said, atMs: clock.ms() }));
  });

  return {
    async say(tenantId, said) {
      // First here: of two who lift the same visit the one whose word comes first has it, and its answer says so.
      keep(tenantId, heard(of(tenantId), { ...said, atMs: clock.ms() }));
      const word = `presence:${sender}:${tenantId}:${JSON.stringify(said)}`;
      try {
        await database.transaction({ tenantId }, (tx) =>
          tx.query(`select pg_notify('truckroll', $1)`, [word]),
        );
      } catch (error) {
        if (!(error instanceof DatabaseError)) throw error;
        // A board must not be told off for looking: those of this process have heard it.
        log.warn({ err: error }, 'other processes do not hear who looks at the board');
      }
    },
    present: (tenantId) =>
      stillHere(of(tenantId), clock.ms()).flatMap(({ userId, name, page, day, hand }) =>
        day === null ? [] : [{ userId, name, page, day, hand }],
      ),
    close() {
      clearInterval(sweep);
      stopListening();
    },
  };
}
