import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { instant } from '#domain/time.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

/** Type and version of what the feed tells an admin after a position. */
async function toldSince(company: Company, after: string) {
  const { events } = await company.backend.changes(company.person('admin').actor, after, 100);
  return events;
}
const positionOf = async (company: Company) =>
  (await company.backend.changes(company.person('admin').actor, null, 1)).position;

eachEngine('the words and versions of the feed', (database) => {
  test('time off that is taken back is told by the same name as time off that is changed', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const [ana] = company.technicianIds as [Id];
    const spanOf = (from: string, to: string) => ({
      technicianId: ana,
      start: instant(`2026-11-25T${from}:00Z`),
      end: instant(`2026-11-25T${to}:00Z`),
    });
    await dispatcher.call('timeOff.add', {
      key: 'off',
      body: { ...spanOf('14:00', '15:00'), label: 'Doctor' },
    });
    await dispatcher.call('nonJobEvents.add', {
      key: 'event',
      body: { ...spanOf('16:00', '17:00'), label: 'Van' },
    });
    await dispatcher.call('shifts.add', { key: 'shift', body: spanOf('12:00', '20:00') });
    const before = await positionOf(company);
    for (let step = 0; step < 3; step++) await dispatcher.call('operations.undo', { body: {} });
    expect((await toldSince(company, before)).map(({ type }) => type)).toEqual([
      'shift.changed',
      'non-job-event.changed',
      'time-off.changed',
    ]);
  });

  test('an invoice that follows its job to another payer is told in the version it has', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const landlord = await company.book({ name: 'Landlord' });
    const { job } = await company.book({ name: 'Tenant' });
    const before = await positionOf(company);
    await csr.call('jobs.update', {
      params: { id: job.id },
      body: {
        expected: [{ kind: 'job', id: job.id, version: job.version }],
        changes: { billToCustomerId: landlord.job.customerId },
      },
    });
    const told = (await toldSince(company, before)).find(({ kind }) => kind === 'invoice');
    expect(told?.fields).toEqual(expect.arrayContaining(['customerId', 'billToName']));
    const kept = await database().transaction({ tenantId: 1, readOnly: true }, (tx) =>
      tx.query<{ version: number }>(
        `select c.version from company.changes c join company.invoices i on i.tenant_id = c.tenant_id and i.id = c.record_id
           and i.version = c.version
         where c.record_kind = 'invoice' and i.job_id = $1`,
        [job.id],
      ),
    );
    expect(kept).toEqual([{ version: 2 }]);
  });
});
