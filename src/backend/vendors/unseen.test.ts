import { expect, test } from 'vitest';
import type { Role } from '#domain/roles.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

/** Domain-rules §9: vendors are purchasing's and accounting's; CSR and dispatcher are not even told that there is one. */
const UNSEEING: readonly Role[] = ['csr', 'dispatcher'];

async function withVendor(company: Company) {
  const purchasing = company.person('purchasing');
  const { vendor } = await purchasing.call('vendors.create', {
    key: 'vendor',
    body: { name: 'Ferguson Supply', street: '1 Dock St', city: 'Quincy' },
  });
  const { note } = await purchasing.call('notes.add', {
    key: 'note',
    body: { ownerKind: 'vendor', ownerId: vendor.id, text: 'Ring twice' },
  });
  return { vendor, note };
}

eachEngine('who sees no vendors', (database) => {
  test('is told nothing of them: no history, no note, no event', async () => {
    const company = await makeCompany(database());
    const start = (await company.backend.changes(company.person('admin').actor, null, 10)).position;
    const { vendor, note } = await withVendor(company);
    const ofVendor = { ownerKind: 'vendor' as const, ownerId: vendor.id };
    for (const role of UNSEEING) {
      const { call, actor } = company.person(role);
      const missing = { code: 'record.not_found' };
      const asks = [
        () => call('history.get', { params: { kind: 'vendor', id: vendor.id } }),
        () => call('history.get', { params: { kind: 'note', id: note.id } }),
        () => call('notes.list', { query: ofVendor }),
        () => call('notes.add', { key: `note-${role}`, body: { ...ofVendor, text: 'Me too' } }),
        () =>
          call('notes.change', {
            params: { id: note.id },
            body: { expected: [{ kind: 'note', id: note.id, version: 1 }], changes: { pinned: true } },
          }),
      ];
      for (const ask of asks) await expect(ask()).rejects.toMatchObject(missing);
      expect((await company.backend.changes(actor, start, 10)).events).toEqual([]);
    }
    for (const role of ['purchasing', 'accounting', 'admin'] as const) {
      const { events } = await company.backend.changes(company.person(role).actor, start, 10);
      expect(events.map(({ kind, type }) => [kind, type])).toEqual([
        ['vendor', 'vendor.added'],
        ['note', 'note.added'],
      ]);
    }
  });

  test('takes back none of their own steps on them after changing roles', async () => {
    const company = await makeCompany(database());
    const { vendor } = await withVendor(company);
    const { operationId } = await company.person('purchasing').call('vendors.update', {
      params: { id: vendor.id },
      body: { expected: [{ kind: 'vendor', id: vendor.id, version: 1 }], changes: { memo: 'x' } },
    });
    const { userId } = company.person('purchasing').actor;
    const now = company.person('csr', { userId });
    await expect(now.call('operations.undo', { body: { operationId } })).rejects.toMatchObject({
      code: 'session.forbidden',
    });
  });

  test('purchasing writes on vendors, and only reads what stands on a job', async () => {
    const company = await makeCompany(database());
    const { vendor } = await withVendor(company);
    const { call } = company.person('purchasing');
    expect((await call('notes.list', { query: { ownerKind: 'vendor', ownerId: vendor.id } })).total).toBe(1);
    const card = await company.book();
    const onJob = { ownerKind: 'job' as const, ownerId: card.job.id };
    expect((await call('notes.list', { query: onJob })).total).toBe(0);
    await expect(
      call('notes.add', { key: 'job note', body: { ...onJob, text: 'Part is in' } }),
    ).rejects.toMatchObject({ code: 'session.forbidden' });
  });
});
