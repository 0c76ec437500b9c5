import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { instant } from '#domain/time.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

type Kind = 'shift' | 'timeOff' | 'nonJobEvent' | 'note';
type Made = { readonly id: Id; readonly version: number; readonly externalKey: string | null };
type Changes = { externalKey?: string | null; active?: boolean };

const ENDPOINTS = {
  shift: 'shifts',
  timeOff: 'timeOff',
  nonJobEvent: 'nonJobEvents',
  note: 'notes',
} as const;
/** Records that are made, changed and deleted the same way; each hour is free for the next one. */
async function kindIn(company: Company, kind: Kind) {
  const admin = company.person('admin');
  const jobId = kind === 'note' ? (await company.book()).job.id : 0;
  const area = ENDPOINTS[kind];
  let made = 0;
  const recordIn = (answer: object) => (answer as Record<Kind, Made>)[kind];
  const newOne = () => {
    const hour = String(++made).padStart(2, '0');
    const span = (day: string) => ({
      technicianId: company.technicianIds[1]!,
      start: instant(`${day}T${hour}:00:00Z`),
      end: instant(`${day}T${hour}:30:00Z`),
    });
    return kind === 'note'
      ? { ownerKind: 'job', ownerId: jobId, text: `Gate ${made}` }
      : span({ shift: '2026-11-26', timeOff: '2026-11-27', nonJobEvent: '2026-11-28' }[kind]);
  };
  return {
    add: async (externalKey?: string | null) =>
      recordIn(
        await admin.call(`${area}.add`, {
          key: `${kind} ${made}`,
          body: { ...newOne(), ...(externalKey === undefined ? {} : { externalKey }) } as never,
        }),
      ),
    change: async ({ id, version }: Made, changes: Changes) =>
      recordIn(
        await admin.call(`${area}.change`, {
          params: { id },
          body: { expected: [{ kind, id, version }], changes },
        }),
      ),
    undo: () => admin.call('operations.undo', { body: {} }),
    redo: () => admin.call('operations.redo', { body: {} }),
    storyOf: async ({ id }: Made) =>
      (await admin.call('history.get', { params: { kind, id } })).entries.flatMap(({ changes }) => changes),
  };
}

eachEngine('what another program calls what comes and goes in a day', (database) => {
  test.each(Object.keys(ENDPOINTS) as Kind[])(
    'of a %s: kept, told in its history, taken back by undo, one record’s at a time',
    async (kind) => {
      const of = await kindIn(await makeCompany(database()), kind);
      const first = await of.add('K-1');
      expect(first.externalKey).toBe('K-1');
      expect((await of.add()).externalKey).toBeNull();
      const changed = await of.change(first, { externalKey: 'K-2' });
      expect(changed.externalKey).toBe('K-2');
      expect(await of.storyOf(first)).toContainEqual({ field: 'externalKey', before: 'K-1', after: 'K-2' });
      await expect(of.add('K-2')).rejects.toMatchObject({
        code: 'record.key_taken',
        params: { kind },
        fields: [{ path: 'externalKey' }],
      });
      const second = await of.add('K-1');
      await expect(of.change(second, { externalKey: 'K-2' })).rejects.toMatchObject({
        code: 'record.key_taken',
        fields: [{ path: 'changes.externalKey' }],
      });
      await of.undo();
      await of.undo();
      // The key it had is its own again, and nobody else’s.
      await expect(of.add('K-1')).rejects.toMatchObject({ code: 'record.key_taken' });
      await of.redo();
      await of.redo();
      await expect(of.add('K-1')).rejects.toMatchObject({ code: 'record.key_taken' });
      await of.add('K-3');
    },
  );

  test.each(Object.keys(ENDPOINTS) as Kind[])(
    'of a %s that was deleted goes to the next one, and is not taken from that by who comes back',
    async (kind) => {
      const of = await kindIn(await makeCompany(database()), kind);
      const first = await of.add('K-1');
      const gone = await of.change(first, { active: false });
      const next = await of.add('K-1');
      await expect(of.change(gone, { active: true })).rejects.toMatchObject({
        code: 'record.key_taken',
        params: { kind },
      });
      await of.undo();
      const back = await of.change(gone, { active: true });
      expect(back.externalKey).toBe('K-1');
      await of.change(back, { active: false });
      expect((await of.add('K-1')).id).not.toBe(next.id);
      await of.undo();
      await of.undo();
      await expect(of.add('K-1')).rejects.toMatchObject({ code: 'record.key_taken' });
    },
  );

  test('of a deleted note that somebody else’s note has got since is not brought back by undo', async () => {
    const company = await makeCompany(database());
    const { job } = await company.book();
    const [ann, ben] = [company.person('csr'), company.person('dispatcher')];
    const write = async (person: typeof ann, key: string) =>
      (
        await person.call('notes.add', {
          key: `${person.actor.userId} ${key}`,
          body: { ownerKind: 'job', ownerId: job.id, text: 'Dog', externalKey: key },
        })
      ).note;
    const { id, version } = await write(ann, 'N-1');
    await ann.call('notes.change', {
      params: { id },
      body: { expected: [{ kind: 'note', id, version }], changes: { active: false } },
    });
    await write(ben, 'N-1');
    await expect(ann.call('operations.undo', { body: {} })).rejects.toMatchObject({
      code: 'undo.not_possible',
      params: { because: 'record.key_taken', kind: 'note' },
    });
  });

  test('of a visit is given in any status, told with whose it is, and not copied with the visit', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const [one, other] = [await company.book(), await company.book()];
    const give = async (card: typeof one, externalKey: string | null, by = csr) => {
      const { id, version } = card.appointments[0]!;
      const body = { expected: [{ kind: 'appointment' as const, id, version }], externalKey };
      return (await by.call('appointments.externalKey', { params: { id }, body })).cards[0]!;
    };
    const keyed = await give(one, 'V-1');
    expect(keyed.appointments[0]!.externalKey).toBe('V-1');
    const { appointments: visits, job } = keyed;
    const day = await csr.call('board.day', { query: { day: visits[0]!.start.slice(0, 10) } });
    expect(day.appointments.find(({ id }) => id === visits[0]!.id)?.externalKey).toBe('V-1');
    await expect(give(other, 'V-1')).rejects.toMatchObject({
      code: 'record.key_taken',
      params: { kind: 'appointment', name: `${job.number}-1`, pageId: job.id },
      fields: [{ path: 'externalKey' }],
    });
    const elsewhere = company.person('csr', { units: [company.otherUnitId] });
    const theirs = await company.book({ businessUnitId: company.otherUnitId });
    expect(await give(theirs, 'V-1', elsewhere).catch(({ params }) => params)).toEqual({
      kind: 'appointment',
    });
    const { id, version, start } = visits[0]!;
    const doubled = await csr.call('appointments.duplicate', {
      key: 'copy',
      params: { id },
      body: { expected: [{ kind: 'appointment', id, version }], start: instant(start) },
    });
    expect(doubled.cards[0]!.appointments.map(({ externalKey }) => externalKey)).toEqual(['V-1', null]);
    const copy = doubled.cards[0]!.appointments[1]!;
    await csr.call('appointments.delete', {
      params: { id },
      body: { expected: [{ kind: 'appointment', id, version }] },
    });
    const { cards } = await csr.call('appointments.externalKey', {
      params: { id: copy.id },
      body: {
        expected: [{ kind: 'appointment', id: copy.id, version: copy.version }],
        externalKey: 'V-1',
      },
    });
    expect(cards[0]!.appointments.map((visit) => [visit.active, visit.externalKey])).toEqual([
      [false, 'V-1'],
      [true, 'V-1'],
    ]);
    const canceled = await csr.call('jobs.cancel', {
      params: { id: other.job.id },
      body: {
        expected: [{ kind: 'job', id: other.job.id, version: other.job.version }],
        reasonId: company.cancelReasonId,
      },
    });
    expect((await give(canceled.cards[0]!, 'V-2')).appointments[0]).toMatchObject({
      status: 'Canceled',
      externalKey: 'V-2',
    });
  });

  test('given to two at once, one of them is told', async () => {
    const company = await makeCompany(database());
    const { job } = await company.book();
    const answers = await Promise.allSettled(
      ['csr', 'dispatcher', 'admin'].map((role) =>
        company.person(role as 'csr').call('notes.add', {
          key: role,
          body: { ownerKind: 'job', ownerId: job.id, text: role, externalKey: 'X' },
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of answers) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'record.key_taken' });
    }
  });
});
