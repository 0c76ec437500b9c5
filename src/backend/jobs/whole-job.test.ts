import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { instant } from '#domain/time.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';
import { expectedOf } from '#testing/sweep/fresh-cards.ts';

const at = (clock: string, day = '2026-11-21') => instant(`${day}T${clock}:00Z`);

async function invoiceOf(database: Database, jobId: number) {
  const [row] = await database.transaction({ tenantId: 1, readOnly: true }, (tx) =>
    tx.query<{ id: number; billToName: string; status: string; items: number }>(
      `select i.id, i.bill_to_name as "billToName", i.sync_status as status,
         (select count(*)::int from company.invoice_items x where x.tenant_id = i.tenant_id and x.invoice_id = i.id) as items
       from company.invoices i where i.job_id = $1`,
      [jobId],
    ),
  );
  return row!;
}

eachEngine('a job as a whole', (database) => {
  test('is found by any of its visits in a range, by when it was completed, and by both ends of neither', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const [ana] = company.technicianIds;
    const { job, appointments } = await company.book({
      start: at('14:00'),
      end: at('16:00'),
      technicianIds: [ana!],
    });
    await dispatcher.call('jobs.addAppointment', {
      key: 'second visit',
      params: { id: job.id },
      body: { start: at('14:00', '2026-11-24'), end: at('15:00', '2026-11-24') },
    });
    const found = async (query: Record<string, unknown>) =>
      (await dispatcher.call('jobs.list', { query })).items.map(({ id }) => id);
    expect(await found({ from: at('15:59'), to: at('18:00') })).toEqual([job.id]);
    expect(await found({ from: at('00:00', '2026-11-24'), to: at('23:59', '2026-11-24') })).toEqual([job.id]);
    // A range ends before its end: a visit that begins there is not in it, nor one that is over when it begins.
    expect(await found({ from: at('16:00'), to: at('14:00', '2026-11-24') })).toEqual([]);
    (company.clock as FixedClock).set('2026-11-21T17:00:00Z');
    const step = { technicianId: ana! };
    const visit = { id: appointments[0]!.id };
    const now = async () => expectedOf(await dispatcher.call('jobs.get', { params: { id: job.id } }));
    await dispatcher.call('appointments.arrive', { params: visit, body: { expected: await now(), ...step } });
    await dispatcher.call('jobs.complete', { params: { id: job.id }, body: { expected: await now() } });
    expect(await found({ completedFrom: at('16:59'), completedTo: at('17:01') })).toEqual([job.id]);
    expect(await found({ completedFrom: at('17:01') })).toEqual([]);
  });

  test('technicians are put on all its open visits in one step, and taken off them again', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const [, sam] = company.technicianIds;
    const { job } = await company.book();
    const params = { id: job.id };
    await dispatcher.call('jobs.addAppointment', {
      key: 'another visit',
      params,
      body: { start: at('14:00', '2026-11-24'), end: at('15:00', '2026-11-24') },
    });
    const give = async (name: 'jobs.assign' | 'jobs.unassign') => {
      const expected = expectedOf(await dispatcher.call('jobs.get', { params }));
      const { cards } = await dispatcher.call(name, { params, body: { expected, technicianIds: [sam!] } });
      return cards[0]!.appointments.map(({ assignments }) =>
        assignments.map(({ technicianId }) => technicianId),
      );
    };
    expect(await give('jobs.assign')).toEqual([[sam], [sam]]);
    expect(await give('jobs.unassign')).toEqual([[], []]);
    await expect(give('jobs.unassign')).rejects.toMatchObject({ code: 'assignment.not_found' });
  });

  test('canceled, it keeps its invoice; taking that back finds it as it was', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const card = await company.book();
    const before = await invoiceOf(database(), card.job.id);
    await csr.call('jobs.cancel', {
      params: { id: card.job.id },
      body: { expected: expectedOf(card), reasonId: company.cancelReasonId, memo: 'Moved away' },
    });
    expect(await invoiceOf(database(), card.job.id)).toEqual(before);
    await csr.call('operations.undo', { body: {} });
    expect(await invoiceOf(database(), card.job.id)).toEqual(before);
  });

  test('its invoice keeps the name it was made out to when the customer is renamed', async () => {
    const company = await makeCompany(database());
    const { job } = await company.book({ name: 'Maria Lopez' });
    await company.person('csr').call('customers.update', {
      params: { id: job.customerId },
      body: {
        expected: [{ kind: 'customer', id: job.customerId, version: 1 }],
        changes: { name: 'Maria Gomez' },
      },
    });
    expect(await invoiceOf(database(), job.id)).toMatchObject({ billToName: 'Maria Lopez' });
  });

  test('a warning that was shown and not heeded is kept in the audit', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds;
    await company.person('dispatcher').call('shifts.add', {
      key: 'early shift',
      body: { technicianId: ana!, start: at('12:00'), end: at('15:00') },
    });
    await company.book({ start: at('14:00'), end: at('16:00'), technicianIds: [ana!] });
    const [row] = await database().transaction({ tenantId: 1, readOnly: true }, (tx) =>
      tx.query<{ detail: { accepted?: string[] } }>(
        `select detail from office.audit where verb = 'job.booked' order by id desc limit 1`,
      ),
    );
    expect(row?.detail.accepted).toContain('schedule.outsideShift');
  });
});
