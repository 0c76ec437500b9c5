import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { eachEngine } from '#testing/databases.ts';
import { attach, bookAgain, key, makeOffice, project } from '#testing/projects.ts';
import { filesOf } from './files/store.ts';

eachEngine('long lists beside a record', (database) => {
  test('come in pages: jobs, visits and notes of a project, files of a job, each row once and in order', async () => {
    const office = await makeOffice(database());
    const csr = office.person('csr');
    const first = await office.book();
    const { id } = await project(office, { jobId: first.job.id });
    const inside = [await bookAgain(office, first), await bookAgain(office, first)];
    await attach(csr, id, ...inside);
    const beside = [
      await bookAgain(office, first),
      await bookAgain(office, first),
      await bookAgain(office, first),
    ];
    const owner = { ownerKind: 'project', ownerId: id } as const;
    for (const text of ['one', 'two', 'three'])
      await csr.call('notes.add', { key: key(), body: { ...owner, text, pinned: text === 'one' } });
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query(
        `insert into company.files (tenant_id, id, owner_kind, owner_id, name, kind, media_type, size, sha256, uploaded_by, created_on, modified_on)
         select 1, 900 + n, 'job', $1, n || '.jpg', 'Photo', 'image/jpeg', 1, repeat('a', 64), 5, now(), now() from generate_series(1, 3) n`,
        [first.job.id],
      ),
    );
    type Page = { items: { id: Id }[]; next: string | null; total: number | null };
    const pages = async (read: (query: Record<string, number>) => Promise<Page>) => {
      const start = await read({ limit: 2 });
      expect([start.items.length, start.total]).toEqual([2, 3]);
      const rest = await read({ limit: 2, after: Number(start.next) });
      expect(rest).toMatchObject({ next: null, total: null });
      expect(await read({})).toMatchObject({ next: null, total: 3 });
      return [...start.items, ...rest.items];
    };
    const params = { id };
    const files = await pages((query) =>
      database().transaction({ tenantId: 1, readOnly: true }, (tx) =>
        filesOf(tx, 'job', first.job.id, query),
      ),
    );
    expect(files.map((one) => one.id)).toEqual([903, 902, 901]);
    const numbers = (items: object[]) => items.map((one) => (one as { number: number }).number);
    const newestFirst = (cards: readonly { job: { number: number } }[]) =>
      cards.map(({ job }) => job.number).sort((a, b) => b - a);
    expect(numbers(await pages((query) => csr.call('projects.jobs', { params, query })))).toEqual(
      newestFirst([first, ...inside]),
    );
    expect(numbers(await pages((query) => csr.call('projects.attachable', { params, query })))).toEqual(
      newestFirst(beside),
    );
    const visits = await pages((query) => csr.call('projects.appointments', { params, query }));
    expect(visits.map((one) => one.id)).toEqual(
      [first, ...inside].map(({ appointments }) => appointments[0]!.id),
    );
    const notes = await pages((query) => csr.call('notes.list', { query: { ...owner, ...query } }));
    expect(notes.map((one) => (one as { text?: string }).text)).toEqual(['one', 'three', 'two']);
  });
});
