import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { at, cardOf, day, expectedOf, redo, shown, undo } from '#testing/steps/undo-and-redo.ts';

let asked = 0;

eachEngine('redo of what a step made or took out of use', (database) => {
  test('a booking comes back with its new customer, place, visit and technician, and goes again', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const [ana] = company.technicianIds as [Id];
    const booked = await company.book({ technicianIds: [ana], name: 'Newcomer' });
    const customerOf = () => csr.call('customers.get', { params: { id: booked.job.customerId } });
    const [card, customer] = [await cardOf(csr, booked), await customerOf()];
    await undo(csr);
    expect((await cardOf(csr, booked)).job.status).toBe('Canceled');
    expect(await customerOf()).toMatchObject({ locations: [{ active: false }] });
    await redo(csr);
    expect(shown(await cardOf(csr, booked))).toEqual(shown(card));
    expect(shown(await customerOf())).toEqual(shown(customer));
    await undo(csr);
    expect((await cardOf(csr, booked)).job.status).toBe('Canceled');
  });

  test('an added visit that undo deleted is there again, and a deleted one is deleted again', async () => {
    const company = await makeCompany(database());
    const { dispatcher, sam, card } = await day(company);
    await dispatcher.call('jobs.addAppointment', {
      params: { id: card.job.id },
      key: `visit ${++asked}`,
      body: {
        expected: expectedOf(card),
        start: at('21:00'),
        end: at('22:00'),
        windowStart: null,
        windowEnd: null,
      },
    });
    const added = await cardOf(dispatcher, card);
    await undo(dispatcher);
    expect((await cardOf(dispatcher, card)).appointments.filter(({ active }) => active)).toHaveLength(1);
    await redo(dispatcher);
    expect(shown(await cardOf(dispatcher, card))).toEqual(shown(added));
    const now = await cardOf(dispatcher, card);
    const second = now.appointments[1]!;
    await dispatcher.call('appointments.assign', {
      params: { id: second.id },
      body: { expected: expectedOf(now), technicianIds: [sam] },
    });
    const assigned = await cardOf(dispatcher, card);
    await dispatcher.call('appointments.delete', {
      params: { id: second.id },
      body: { expected: expectedOf(assigned) },
    });
    const deleted = await cardOf(dispatcher, card);
    await undo(dispatcher);
    expect(shown(await cardOf(dispatcher, card))).toEqual(shown(assigned));
    await redo(dispatcher);
    expect(shown(await cardOf(dispatcher, card))).toEqual(shown(deleted));
  });

  test('time off comes back, and takes its time again', async () => {
    const company = await makeCompany(database());
    const { dispatcher, ana } = await day(company);
    await dispatcher.call('timeOff.add', {
      key: `ill ${++asked}`,
      body: { technicianId: ana, start: at('20:00'), end: at('22:00'), label: 'Ill' },
    });
    await undo(dispatcher);
    await redo(dispatcher);
    const taken = company.book({ technicianIds: [ana], start: at('21:00'), end: at('22:00') });
    await expect(taken).rejects.toMatchObject({ code: 'schedule.conflict' });
  });

  test('many at once are one step, back and forth', async () => {
    const company = await makeCompany(database());
    const { dispatcher, card } = await day(company);
    const other = await company.book({ start: at('12:00'), end: at('13:00') });
    const jobIds = [card.job.id, other.job.id];
    const step = { type: 'cancel', reasonId: company.cancelReasonId } as const;
    const look = await dispatcher.call('jobs.bulk', {
      body: { preview: true, jobIds, step },
      key: `${++asked}`,
    });
    await dispatcher.call('jobs.bulk', {
      body: { jobIds, step, expected: look.versions },
      key: `${++asked}`,
    });
    const statuses = async () =>
      Promise.all([card, other].map(async (one) => (await cardOf(dispatcher, one)).job.status));
    await undo(dispatcher);
    expect(await statuses()).toEqual(['Scheduled', 'Scheduled']);
    await redo(dispatcher);
    expect(await statuses()).toEqual(['Canceled', 'Canceled']);
  });

  test('a customer who has a job since is not taken out of use again', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const { customer } = await csr.call('customers.create', {
      key: `c ${++asked}`,
      body: { name: 'Maria', locations: [{ street: '1 Elm' }] },
    });
    await csr.call('customers.update', {
      params: { id: customer.id },
      body: {
        expected: [{ kind: 'customer', id: customer.id, version: customer.version }],
        changes: { active: false },
      },
    });
    await undo(csr);
    await company.person('admin').call('jobs.book', {
      key: `b ${++asked}`,
      body: {
        customer: { id: customer.id },
        location: { id: customer.locations[0]!.id },
        jobTypeId: company.jobTypeId,
        businessUnitId: company.businessUnitId,
        campaignId: company.campaignId,
        priority: 'Normal',
        summary: '',
        appointment: { start: at('14:00'), end: at('15:00') },
      },
    });
    await expect(redo(csr)).rejects.toMatchObject({
      code: 'redo.not_possible',
      params: { because: 'customer.open_jobs' },
    });
  });
});
