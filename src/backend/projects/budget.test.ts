import { expect, test } from 'vitest';
import type { BodyIn } from '#contract/endpoints.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, instant } from '#domain/time.ts';
import type { Person } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';
import { putItems } from '#testing/invoicing.ts';
import { key, makeOffice, type Office, placeOf, project } from '#testing/projects.ts';

const addLine = async (person: Person, id: Id, body: BodyIn<'projects.addBudgetLine'>) =>
  (await person.call('projects.addBudgetLine', { key: key(), params: { id }, body })).line;
const budget = (person: Person, id: Id) => person.call('projects.budget', { params: { id } });

/** Ana works from 14:00 for so many minutes on the job's first visit. */
async function work(office: Office, card: JobCardView, technicianId: Id, minutes: number) {
  const clock = office.clock as FixedClock;
  const dispatcher = office.person('dispatcher');
  const step = async (name: 'appointments.arrive' | 'appointments.leave', at: string) => {
    const now = await dispatcher.call('jobs.get', { params: { id: card.job.id } });
    const [visit] = now.appointments;
    await dispatcher.call(name, {
      params: { id: visit!.id },
      body: {
        expected: [
          { kind: 'job', id: now.job.id, version: now.job.version },
          { kind: 'appointment', id: visit!.id, version: visit!.version },
        ],
        technicianId,
        at: instant(at),
      },
    });
  };
  clock.advance(48 * 60 * 60_000);
  await step('appointments.arrive', '2026-11-21T14:00:00Z');
  await step('appointments.leave', addMinutes(instant('2026-11-21T14:00:00Z'), minutes));
}

eachEngine('the budget of a project', (database) => {
  const price = (technicianId: Id, hourlyCost: number) =>
    database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query(
        `insert into company.technician_costs (tenant_id, id, technician_id, valid_from, hourly_cost, created_on, modified_on)
         values (1, 180, $1, '2026-01-01', $2, now(), now())`,
        [technicianId, hourlyCost],
      ),
    );

  test('stands against the hours worked on its jobs, at what they cost on that day', async () => {
    const office = await makeOffice(database());
    const [ana] = office.technicianIds as [Id];
    await price(ana, 400_000);
    const card = await office.book({ technicianIds: [ana] });
    const { id } = await project(office, { jobId: card.job.id });
    const accounting = office.person('accounting');
    await addLine(accounting, id, {
      label: 'Rough-in',
      kind: 'Labor',
      quantity: 20_000,
      amountCents: 100_00,
    });
    await addLine(accounting, id, { label: 'Fan motor', kind: 'Material', amountCents: 84_10 });
    await work(office, card, ana, 90);
    expect(await budget(accounting, id)).toMatchObject({
      currency: 'USD',
      lines: [{ label: 'Rough-in' }, { label: 'Fan motor' }],
      rows: [
        { kind: 'Labor', budgetCents: 100_00, budgetQuantity: 20_000, actualCents: 60_00, leftCents: 40_00 },
        { kind: 'Material', budgetCents: 84_10, actualCents: 0, leftCents: 84_10 },
        { kind: 'Other', budgetCents: 0, actualCents: 0, leftCents: 0 },
      ],
      labor: { minutes: 90, costCents: 60_00, unratedMinutes: 0 },
      invoicedCents: 0,
    });
  });

  test('hours nobody knows the cost of are counted, and said so', async () => {
    const office = await makeOffice(database());
    const [ana] = office.technicianIds as [Id];
    const card = await office.book({ technicianIds: [ana] });
    const { id } = await project(office, { jobId: card.job.id });
    await work(office, card, ana, 75);
    expect((await budget(office.person('admin'), id)).labor).toEqual({
      minutes: 75,
      costCents: 0,
      unratedMinutes: 75,
    });
  });

  test('invoices of its jobs are added up, those of canceled jobs are not', async () => {
    const office = await makeOffice(database());
    const card = await office.book();
    const { id } = await project(office, { jobId: card.job.id });
    await putItems(database(), office, card.invoice.id, [{ price: 1_250_000 }]);
    const csr = office.person('csr');
    expect((await budget(csr, id)).invoicedCents).toBe(125_00);
    const now = await csr.call('jobs.get', { params: { id: card.job.id } });
    await csr.call('jobs.cancel', {
      params: { id: card.job.id },
      body: {
        expected: [{ kind: 'job', id: now.job.id, version: now.job.version }],
        reasonId: office.cancelReasonId,
      },
    });
    expect((await budget(csr, id)).invoicedCents).toBe(0);
  });

  test.each(['csr', 'dispatcher'] as const)('a %s sees hours and quantities, and no cost', async (role) => {
    const office = await makeOffice(database());
    const [ana] = office.technicianIds as [Id];
    await price(ana, 400_000);
    const card = await office.book({ technicianIds: [ana] });
    const { id } = await project(office, { jobId: card.job.id });
    const line = await addLine(office.person('accounting'), id, {
      label: 'Rough-in',
      kind: 'Labor',
      quantity: 20_000,
      amountCents: 123_45,
    });
    await work(office, card, ana, 90);
    const seen = await budget(office.person(role), id);
    expect(seen.lines).toMatchObject([{ quantity: 20_000, amountCents: null }]);
    expect(seen.rows[0]).toEqual({
      kind: 'Labor',
      budgetCents: null,
      budgetQuantity: 20_000,
      actualCents: null,
      leftCents: null,
    });
    expect(seen.labor).toStrictEqual({ minutes: 90, unratedMinutes: 0 });
    const renamed = await office.person(role).call('budgetLines.change', {
      params: { id: line.id },
      body: {
        expected: [{ kind: 'projectBudgetLine', id: line.id, version: line.version }],
        changes: { label: 'Rough-in and trim' },
      },
    });
    expect(renamed.line.amountCents).toBeNull();
    // What they do not see they do not wipe either.
    expect((await budget(office.person('admin'), id)).lines[0]).toMatchObject({ amountCents: 123_45 });
  });

  test('who sees no cost gives no amount; hours may be planned by everybody', async () => {
    const office = await makeOffice(database());
    const { id } = await project(office, placeOf(await office.book()));
    const csr = office.person('csr');
    await expect(
      addLine(csr, id, { label: 'Boiler', kind: 'Material', amountCents: 1 }),
    ).rejects.toMatchObject({ code: 'project.amount_not_allowed' });
    expect(await addLine(csr, id, { label: 'Labor', kind: 'Labor', quantity: 10_000 })).toMatchObject({
      position: 0,
    });
  });

  test('who sees no cost does not take an amount away either, and is not told it when another has changed it', async () => {
    const office = await makeOffice(database());
    const { id } = await project(office, placeOf(await office.book()));
    const [csr, accounting] = [office.person('csr'), office.person('accounting')];
    const line = await addLine(accounting, id, {
      label: 'Labor',
      kind: 'Labor',
      quantity: 10_000,
      amountCents: 123_45,
    });
    const change = (by: typeof csr, changes: object) =>
      by.call('budgetLines.change', {
        params: { id: line.id },
        body: { expected: [{ kind: 'projectBudgetLine', id: line.id, version: line.version }], changes },
      });
    await expect(change(csr, { amountCents: null })).rejects.toMatchObject({
      code: 'project.amount_not_allowed',
    });
    await change(accounting, { amountCents: 200_00 });
    await expect(change(office.person('admin'), { amountCents: 1 })).rejects.toMatchObject({
      params: { fields: [{ field: 'amountCents', now: 200_00 }] },
    });
    expect((await change(csr, { label: 'Work' })).merged).toBe(true);
  });

  test('a line without amount and quantity is refused, also when both are taken away', async () => {
    const office = await makeOffice(database());
    const { id } = await project(office, placeOf(await office.book()));
    const admin = office.person('admin');
    await expect(addLine(admin, id, { label: 'Labor', kind: 'Labor' })).rejects.toMatchObject({
      code: 'project.budget_line_empty',
    });
    const line = await addLine(admin, id, { label: 'Labor', kind: 'Labor', quantity: 10_000 });
    await expect(
      admin.call('budgetLines.change', {
        params: { id: line.id },
        body: {
          expected: [{ kind: 'projectBudgetLine', id: line.id, version: line.version }],
          changes: { quantity: null },
        },
      }),
    ).rejects.toMatchObject({ code: 'project.budget_line_empty' });
  });

  test('a removed line is gone from the budget and comes back by undo', async () => {
    const office = await makeOffice(database());
    const { id } = await project(office, placeOf(await office.book()));
    const admin = office.person('admin');
    const line = await addLine(admin, id, { label: 'Labor', kind: 'Labor', quantity: 10_000 });
    await admin.call('budgetLines.change', {
      params: { id: line.id },
      body: {
        expected: [{ kind: 'projectBudgetLine', id: line.id, version: line.version }],
        changes: { active: false },
      },
    });
    expect((await budget(admin, id)).lines).toEqual([]);
    await admin.call('operations.undo', { body: {} });
    expect((await budget(admin, id)).lines).toMatchObject([{ label: 'Labor' }]);
  });
});
