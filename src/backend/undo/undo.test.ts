import { expect, test } from 'vitest';
import type { JobCardView } from '#contract/job.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { instant } from '#domain/time.ts';
import { type Company, makeCompany, type Person } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

const at = (text: string) => instant(`2026-11-21T${text}:00Z`);

const expectedOf = ({ job, appointments }: JobCardView) => [
  { kind: 'job' as const, id: job.id, version: job.version },
  ...appointments.map(({ id, version }) => ({ kind: 'appointment' as const, id, version })),
];
const visitOf = (card: JobCardView) => card.appointments[0]!;

async function moved(person: Person, card: JobCardView): Promise<JobCardView> {
  const { cards } = await person.call('appointments.reschedule', {
    params: { id: visitOf(card).id },
    body: { expected: expectedOf(card), start: at('18:00'), end: at('20:00') },
  });
  return cards[0]!;
}
async function stepped(
  person: Person,
  card: JobCardView,
  name: 'appointments.arrive' | 'appointments.dispatch' | 'appointments.leave' | 'appointments.pause',
  technicianId: Id,
): Promise<JobCardView> {
  const { cards } = await person.call(name, {
    params: { id: visitOf(card).id },
    body: { expected: expectedOf(card), technicianId },
  });
  return cards[0]!;
}
const undo = (person: Person, operationId?: Id) =>
  person.call('operations.undo', { body: operationId === undefined ? {} : { operationId } });
const cardOf = (company: Company, { job }: JobCardView) =>
  company.person('csr').call('jobs.get', { params: { id: job.id } });

async function setInvoice(database: Database, status: string) {
  await database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query('update company.invoices set sync_status = $1', [status]),
  );
}

eachEngine('undo under the rules of the job', (database) => {
  test('a visit that was moved stays where it is once a colleague has marked the technician as arrived', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const [ana] = company.technicianIds as [Id];
    const card = await moved(dispatcher, await company.book({ technicianIds: [ana] }));
    await stepped(company.person('admin'), card, 'appointments.arrive', ana);
    await expect(undo(dispatcher)).rejects.toMatchObject({
      code: 'undo.not_possible',
      params: { because: 'appointment.not_in_status', status: 'Working', command: 'reschedule' },
    });
    expect(visitOf(await cardOf(company, card))).toMatchObject({ start: at('18:00'), status: 'Working' });
  });

  test('nor is it moved under somebody who has been sent there since', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const [ana] = company.technicianIds as [Id];
    const card = await moved(dispatcher, await company.book({ technicianIds: [ana] }));
    await stepped(company.person('admin'), card, 'appointments.dispatch', ana);
    await expect(undo(dispatcher)).rejects.toMatchObject({
      params: { because: 'appointment.dispatched_needs_cancel_dispatch' },
    });
  });

  test.each(['Posted', 'Exported'])(
    'a %s invoice: no move and no new payer is taken back',
    async (status) => {
      const company = await makeCompany(database());
      const dispatcher = company.person('dispatcher');
      const csr = company.person('csr');
      const [ana] = company.technicianIds as [Id];
      const other = await company.book({ name: 'Landlord' });
      const card = await moved(dispatcher, await company.book({ technicianIds: [ana] }));
      await csr.call('jobs.update', {
        params: { id: card.job.id },
        body: { expected: expectedOf(card), changes: { billToCustomerId: other.job.customerId } },
      });
      await setInvoice(database(), status);
      for (const person of [dispatcher, csr]) {
        await expect(undo(person)).rejects.toMatchObject({
          code: 'undo.not_possible',
          params: { because: 'job.frozen', invoiceStatus: status },
        });
      }
      const now = await cardOf(company, card);
      expect(visitOf(now).start).toBe(at('18:00'));
      expect(now.job.billToCustomerId).toBe(other.job.customerId);
    },
  );

  test('one’s own dispatch, arrival, pause and departure are taken back as before', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const [ana] = company.technicianIds as [Id];
    let card = await company.book({ technicianIds: [ana] });
    for (const name of ['dispatch', 'arrive', 'pause', 'leave'] as const) {
      card = await stepped(dispatcher, card, `appointments.${name}`, ana);
    }
    const seen: string[] = [];
    for (let step = 0; step < 4; step++) {
      await undo(dispatcher);
      const [one] = visitOf(await cardOf(company, card)).assignments;
      seen.push(`${one!.status}${one!.paused ? ' paused' : ''}`);
    }
    expect(seen).toEqual(['Working paused', 'Working', 'Dispatched', 'Scheduled']);
  });

  test('an undone booking is canceled with a reason of its own, which no list holds', async () => {
    const company = await makeCompany(database());
    const card = await company.book();
    const csr = company.person('csr');
    await undo(csr);
    const { job } = await cardOf(company, card);
    expect(job).toMatchObject({
      status: 'Canceled',
      canceled: { reasonId: null, reason: '', code: 'booking.undone', memo: '', byName: 'csr' },
    });
    const { entries } = await csr.call('history.get', { params: { kind: 'job', id: job.id } });
    const ended = entries[0]!.changes.find(({ field }) => field === 'canceled');
    expect(ended?.after).toMatchObject({ reasonId: null, code: 'booking.undone' });
  });

  test('nobody is put back to work here who has begun elsewhere', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const [ana] = company.technicianIds as [Id];
    let card = await company.book({ technicianIds: [ana] });
    for (const name of ['arrive', 'pause'] as const)
      card = await stepped(dispatcher, card, `appointments.${name}`, ana);
    const other = await company.book({ technicianIds: [ana], start: at('18:00'), end: at('20:00') });
    await stepped(company.person('admin'), other, 'appointments.arrive', ana);
    await expect(undo(dispatcher)).rejects.toMatchObject({
      params: { because: 'assignment.technician_working_elsewhere', technicianId: ana },
    });
  });

  test('the fifty-first step back is not taken back, whoever names it', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const { customer } = await csr.call('customers.create', {
      key: 'c',
      body: { name: 'Maria', locations: [{ street: '1 Elm' }] },
    });
    const { items } = await csr.call('operations.list');
    const [first] = items;
    expect(first).toMatchObject({ verb: 'customer.created', about: null, moved: null });
    for (let step = 1; step <= 50; step++) {
      await csr.call('customers.update', {
        params: { id: customer.id },
        body: {
          expected: [{ kind: 'customer', id: customer.id, version: step }],
          changes: { memo: `called ${step} times` },
        },
      });
    }
    await expect(undo(csr, first!.id)).rejects.toMatchObject({ code: 'undo.too_old', params: { steps: 50 } });
    await undo(csr);
    expect((await undo(csr, first!.id)).undoneOperationId).toBe(first!.id);
  });

  test('one’s steps say which job they were about, for whom, and from where to where a visit went', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const [ana, sam] = company.technicianIds as [Id, Id];
    const card = await company.book({ technicianIds: [ana] });
    const { start } = visitOf(card);
    const later = await moved(dispatcher, card);
    await dispatcher.call('appointments.reassign', {
      params: { id: visitOf(card).id },
      body: {
        expected: expectedOf(later),
        fromTechnicianId: ana,
        toTechnicianId: sam,
        start: at('18:00'),
        end: at('20:00'),
      },
    });
    const setup = await dispatcher.call('setup.get');
    const named = (id: Id) => setup.technicians.find((one) => one.id === id)!.name;
    const { items } = await dispatcher.call('operations.list');
    const about = {
      jobNumber: card.job.number,
      jobType: setup.jobTypes.find(({ id }) => id === card.job.jobTypeId)!.name,
      customer: card.job.customerName,
      timeZone: setup.businessUnits.find(({ id }) => id === card.job.businessUnitId)!.timeZone,
    };
    expect(items.map(({ about }) => about)).toEqual([about, about]);
    expect(items.map(({ moved }) => moved)).toEqual([
      {
        isReassigned: true,
        from: { start: at('18:00'), technicians: [named(ana)] },
        to: { start: at('18:00'), technicians: [named(sam)] },
      },
      { isReassigned: false, from: { start, technicians: [] }, to: { start: at('18:00'), technicians: [] } },
    ]);
  });

  test('who is confined to another unit since is not told of their steps on its jobs, nor takes them back', async () => {
    const company = await makeCompany(database());
    const before = company.person('dispatcher');
    const theirs = await moved(before, await company.book({ businessUnitId: company.otherUnitId }));
    const own = await moved(before, await company.book());
    const all = await before.call('operations.list');
    expect(all.items.map(({ labels }) => labels.join())).toHaveLength(2);
    const confined = company.person('dispatcher', { units: [company.businessUnitId] });
    const { items } = await confined.call('operations.list');
    expect(items.map(({ id }) => id)).toEqual([all.items[0]!.id]);
    await expect(undo(confined, all.items[1]!.id)).rejects.toMatchObject({ code: 'record.not_found' });
    expect((await undo(confined)).undoneOperationId).toBe(all.items[0]!.id);
    await expect(undo(confined)).rejects.toMatchObject({ code: 'undo.nothing' });
    expect(visitOf(await cardOf(company, theirs)).start).toBe(at('18:00'));
    expect(visitOf(await cardOf(company, own)).start).not.toBe(at('18:00'));
  });
});
