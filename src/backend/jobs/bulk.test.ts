import { expect, test } from 'vitest';
import type { BulkDone } from '#contract/bulk.ts';
import type { BodyIn } from '#contract/endpoints.ts';
import type { Id } from '#domain/ids.ts';
import { instant } from '#domain/time.ts';
import { type Booking, type Company, makeCompany, type Person } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

const at = (hour: number) => instant(`2026-12-01T${String(hour).padStart(2, '0')}:00:00Z`);
let keys = 0;

const jobs = (person: Person, body: BodyIn<'jobs.bulk'>) =>
  person.call('jobs.bulk', { key: `bulk ${++keys}`, body });
const visits = (person: Person, body: BodyIn<'appointments.bulk'>) =>
  person.call('appointments.bulk', { key: `bulk ${++keys}`, body });
/** What is asked for, and given for the rows that are possible. */
async function given(person: Person, body: Omit<BodyIn<'jobs.bulk'>, 'preview'>): Promise<BulkDone> {
  const look = await jobs(person, { ...body, preview: true });
  const jobIds = look.rows.flatMap(({ id, refusal }) => (refusal ? [] : [id]));
  return jobs(person, { ...body, jobIds, expected: look.versions });
}
const refusals = ({ rows }: BulkDone) => rows.map(({ refusal }) => refusal?.code ?? 'possible');
const statusOf = async (company: Company, id: Id) =>
  (await company.person('csr').call('jobs.get', { params: { id } })).job.status;

async function book(company: Company, ...options: Booking[]) {
  const ids: Id[] = [];
  for (const one of options) ids.push((await company.book(one)).job.id);
  return ids;
}
const cancelOf = (company: Company) => ({
  type: 'cancel' as const,
  reasonId: company.cancelReasonId,
  memo: 'storm',
});

eachEngine('many jobs in one step', (database) => {
  test('a look says which rows would be refused and why, and writes nothing', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const jobIds = await book(company, {}, {});
    await given(csr, { jobIds: jobIds.slice(0, 1), step: cancelOf(company) });
    const look = await jobs(csr, { jobIds, step: cancelOf(company), preview: true });
    expect(refusals(look)).toEqual(['job.not_in_status', 'possible']);
    expect(look.operationId).toBeNull();
    expect(await statusOf(company, jobIds[1]!)).toBe('Scheduled');
  });

  test('what is refused is all refused, and told row by row', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const jobIds = await book(company, {}, {});
    await given(csr, { jobIds: jobIds.slice(0, 1), step: cancelOf(company) });
    await expect(jobs(csr, { jobIds, step: cancelOf(company), expected: [] })).rejects.toMatchObject({
      code: 'bulk.refused',
      params: { rows: [{ id: jobIds[0], refusal: { code: 'job.not_in_status' } }] },
    });
    expect(await statusOf(company, jobIds[1]!)).toBe('Scheduled');
  });

  test('canceled or held together, they come back by one undo', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const jobIds = await book(company, {}, {}, {});
    const hold = { type: 'hold' as const, reasonId: company.holdReasonId, memo: '' };
    for (const [step, status] of [
      [cancelOf(company), 'Canceled'],
      [hold, 'Hold'],
    ] as const) {
      const { operationId } = await given(csr, { jobIds, step });
      for (const id of jobIds) expect(await statusOf(company, id)).toBe(status);
      await csr.call('operations.undo', { body: { operationId: operationId! } });
      for (const id of jobIds) expect(await statusOf(company, id)).toBe('Scheduled');
    }
  });

  test('tags are added and taken off beside those each job has, priority set on all', async () => {
    const company = await makeCompany(database());
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query(
        `insert into company.tags (tenant_id, id, name, created_on, modified_on)
         select 1, id, 'Tag ' || id, now(), now() from generate_series(61, 63) id`,
      ),
    );
    const csr = company.person('csr');
    const jobIds = await book(company, {}, {});
    const change = (addTagIds: Id[], removeTagIds: Id[], ids = jobIds) =>
      given(csr, { jobIds: ids, step: { type: 'change', addTagIds, removeTagIds, priority: 'Urgent' } });
    await change([61], [], jobIds.slice(0, 1));
    await change([62, 63], []);
    await change([], [63]);
    const read = async (id: Id) => (await csr.call('jobs.get', { params: { id } })).job;
    expect(await read(jobIds[0]!)).toMatchObject({ tagIds: [61, 62], priority: 'Urgent' });
    expect(await read(jobIds[1]!)).toMatchObject({ tagIds: [62], priority: 'Urgent' });
  });

  test('without the versions of the look it is not given; somebody’s change of the same since refuses it', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const jobIds = await book(company, {});
    const step = { type: 'change' as const, priority: 'High' as const };
    await expect(jobs(csr, { jobIds, step })).rejects.toMatchObject({ code: 'request.versions_missing' });
    const look = await jobs(csr, { jobIds, step, preview: true });
    await given(company.person('admin'), { jobIds, step: { ...step, priority: 'Low' } });
    await expect(jobs(csr, { jobIds, step, expected: look.versions })).rejects.toMatchObject({
      code: 'request.stale',
    });
  });

  test('one technician given to visits at the same time: the look tells each that clashes, the rest goes', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const dispatcher = company.person('dispatcher');
    await book(company, { start: at(8), end: at(10), technicianIds: [ana] });
    const jobIds = await book(
      company,
      { start: at(9), end: at(11) },
      { start: at(12), end: at(13) },
      { start: at(14), end: at(15) },
      { start: at(14), end: at(15) },
    );
    const step = { type: 'assign' as const, technicianIds: [ana] };
    const look = await jobs(dispatcher, { jobIds, step, preview: true });
    expect(refusals(look).slice(0, 2)).toEqual(['schedule.conflict', 'possible']);
    expect(refusals(look).slice(2)).toContain('schedule.conflict');
    await given(dispatcher, { jobIds, step });
    const card = await dispatcher.call('jobs.get', { params: { id: jobIds[1]! } });
    expect(card.appointments[0]!.assignments.map(({ technicianId }) => technicianId)).toEqual([ana]);
  });

  test('assigning is the dispatcher’s, in bulk too', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const card = await company.book();
    const csr = company.person('csr');
    const forbidden = { code: 'session.forbidden' };
    const step = { type: 'assign' as const, technicianIds: [ana] };
    await expect(jobs(csr, { jobIds: [card.job.id], step, preview: true })).rejects.toMatchObject(forbidden);
    const items = [{ id: card.appointments[0]!.id, assignTechnicianIds: [ana] }];
    await expect(visits(csr, { items, preview: true })).rejects.toMatchObject(forbidden);
  });

  test('visits are moved, given to technicians, confirmed and told in one form and one step', async () => {
    const company = await makeCompany(database());
    const [ana, sam] = company.technicianIds as [Id, Id];
    const dispatcher = company.person('dispatcher');
    const one = await company.book({ start: at(8), end: at(10), technicianIds: [ana] });
    const two = await company.book({ start: at(11), end: at(12) });
    const [first, second] = [one.appointments[0]!.id, two.appointments[0]!.id];
    const items = [
      { id: first, start: at(13), end: at(15), unassignTechnicianIds: [ana], assignTechnicianIds: [sam] },
      { id: second, isConfirmed: true, specialInstructions: 'Ring twice' },
    ];
    const look = await visits(dispatcher, { items, preview: true });
    expect(look.rows.map(({ label }) => label)).toEqual([`${one.job.number}-1`, `${two.job.number}-1`]);
    const { operationId } = await visits(dispatcher, { items, expected: look.versions });
    const read = async (id: Id) => (await dispatcher.call('jobs.get', { params: { id } })).appointments[0]!;
    expect(await read(one.job.id)).toMatchObject({ start: at(13), assignments: [{ technicianId: sam }] });
    expect(await read(two.job.id)).toMatchObject({ isConfirmed: true, specialInstructions: 'Ring twice' });
    await dispatcher.call('operations.undo', { body: { operationId: operationId! } });
    expect(await read(one.job.id)).toMatchObject({ start: at(8), assignments: [{ technicianId: ana }] });
    expect(await read(two.job.id)).toMatchObject({ isConfirmed: false, specialInstructions: '' });
  });

  test('a visit that cannot move is told by itself: the other visit of its job still moves', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const dispatcher = company.person('dispatcher');
    const card = await company.book({ start: at(8), end: at(10), technicianIds: [ana] });
    const expected = [
      { kind: 'job' as const, id: card.job.id, version: card.job.version },
      { kind: 'appointment' as const, id: card.appointments[0]!.id, version: card.appointments[0]!.version },
    ];
    const added = await dispatcher.call('jobs.addAppointment', {
      params: { id: card.job.id },
      key: `add ${++keys}`,
      body: { expected, start: at(12), end: at(13), windowStart: null, windowEnd: null },
    });
    const [first, second] = added.cards[0]!.appointments;
    await dispatcher.call('appointments.dispatch', {
      params: { id: first!.id },
      body: {
        expected: added.cards[0]!.appointments.map(({ id, version }) => ({
          kind: 'appointment',
          id,
          version,
        })),
        technicianId: ana,
      },
    });
    const items = [first!, second!].map(({ id }) => ({ id, start: at(15), end: at(16) }));
    const look = await visits(dispatcher, { items, preview: true });
    expect(refusals(look)).toEqual(['appointment.dispatched_needs_cancel_dispatch', 'possible']);
    const moved = await visits(dispatcher, { items: items.slice(1), expected: look.versions });
    expect(moved.operationId).not.toBeNull();
  });
});
