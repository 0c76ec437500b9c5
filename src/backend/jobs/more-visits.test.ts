import { expect, test } from 'vitest';
import type { JobCardView } from '#contract/job.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, instant } from '#domain/time.ts';
import { type Company, makeCompany, type Person } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

const at = (hour: number) => addMinutes(instant('2026-11-23T00:00:00Z'), hour * 60);
const expectedOf = ({ appointments }: JobCardView) =>
  appointments.map(({ id, version }) => ({ kind: 'appointment' as const, id, version }));
let keys = 0;
const split = (person: Person, card: JobCardView, more: object = {}) =>
  person.call('appointments.split', {
    key: `split ${++keys}`,
    params: { id: card.appointments[0]!.id },
    body: { expected: expectedOf(card), at: at(10), ...more },
  });
const duplicate = (person: Person, card: JobCardView, more: object = {}) =>
  person.call('appointments.duplicate', {
    key: `copy ${++keys}`,
    params: { id: card.appointments[0]!.id },
    body: { expected: expectedOf(card), ...more },
  });
const undo = (person: Person) => person.call('operations.undo', { body: {} });
const hours = (card: JobCardView) =>
  card.appointments
    .filter(({ active }) => active)
    .map(({ start, end, assignments }) =>
      [start.slice(11, 16), end.slice(11, 16), ...assignments.map((one) => one.technicianId)].join(' '),
    );
const read = (company: Company, { job }: JobCardView) =>
  company.person('csr').call('jobs.get', { params: { id: job.id } });

async function booked(company: Company) {
  const [ana, sam] = company.technicianIds as [Id, Id];
  const card = await company.book({ start: at(9), end: at(12), technicianIds: [ana] });
  return { ana, sam, card, dispatcher: company.person('dispatcher') };
}

eachEngine('a visit made from another', (database) => {
  test('split, the rest is right after for the same technician; one undo makes it one again', async () => {
    const company = await makeCompany(database());
    const { ana, card, dispatcher } = await booked(company);
    const { cards, operationId } = await split(dispatcher, card);
    expect(hours(cards[0]!)).toEqual([`09:00 10:00 ${ana}`, `10:00 12:00 ${ana}`]);
    const { items } = await dispatcher.call('operations.list');
    expect(items.map(({ id, verb }) => [id, verb])).toEqual([[operationId, 'appointment.split']]);
    await undo(dispatcher);
    expect(hours(await read(company, card))).toEqual([`09:00 12:00 ${ana}`]);
  });

  test('split for somebody else, for nobody yet, and at another time', async () => {
    const company = await makeCompany(database());
    const { ana, sam, card, dispatcher } = await booked(company);
    const { cards } = await split(dispatcher, card, { technicianIds: [sam], start: at(14) });
    expect(hours(cards[0]!)).toEqual([`09:00 10:00 ${ana}`, `14:00 16:00 ${sam}`]);
    const again = await split(dispatcher, cards[0]!, { at: at(9.5), technicianIds: [] });
    expect(hours(again.cards[0]!)).toEqual([`09:00 09:30 ${ana}`, '09:30 10:00', `14:00 16:00 ${sam}`]);
  });

  test('where the time of the rest is taken, nothing is split', async () => {
    const company = await makeCompany(database());
    const { ana, card, dispatcher } = await booked(company);
    const other = await company.book({ start: at(14), end: at(15), technicianIds: [ana] });
    await expect(split(dispatcher, card, { start: at(14) })).rejects.toMatchObject({
      code: 'schedule.conflict',
      params: { conflicts: [{ jobNumber: other.job.number, visit: { label: `${card.job.number}-2` } }] },
    });
    expect(hours(await read(company, card))).toEqual([`09:00 12:00 ${ana}`]);
    const over = await split(dispatcher, card, { start: at(14), overrideReason: 'Same street' });
    expect(hours(over.cards[0]!)).toHaveLength(2);
  });

  test('of two who split it at once one wins, and the other is told by whom its end was changed', async () => {
    const company = await makeCompany(database());
    const { card, dispatcher } = await booked(company);
    await split(dispatcher, card);
    await expect(split(company.person('admin'), card, { at: at(11) })).rejects.toMatchObject({
      code: 'request.stale',
      params: { byName: 'dispatcher', fields: [{ field: 'end' }] },
    });
    expect(hours(await read(company, card))).toHaveLength(2);
  });

  test('a split is not taken back from under a colleague who has moved the rest, or somebody who is there', async () => {
    const company = await makeCompany(database());
    const { ana, card, dispatcher } = await booked(company);
    const { cards } = await split(dispatcher, card);
    const rest = cards[0]!.appointments[1]!;
    const call = { params: { id: rest.id } };
    const admin = company.person('admin');
    const expected = expectedOf(cards[0]!);
    await admin.call('appointments.reschedule', { ...call, body: { expected, start: at(15), end: at(17) } });
    await expect(undo(dispatcher)).rejects.toMatchObject({ code: 'undo.changed_since' });
    await undo(admin);
    const now = await read(company, card);
    const body = { expected: expectedOf(now), technicianId: ana };
    await dispatcher.call('appointments.arrive', { ...call, body });
    const { items } = await dispatcher.call('operations.list');
    const { id: operationId } = items.find(({ verb }) => verb === 'appointment.split')!;
    await expect(dispatcher.call('operations.undo', { body: { operationId } })).rejects.toMatchObject({
      code: 'undo.not_possible',
    });
  });

  test('duplicated at another time it is for the same technician; at its own, for nobody yet', async () => {
    const company = await makeCompany(database());
    const { ana, card, dispatcher } = await booked(company);
    const { cards } = await duplicate(dispatcher, card, { start: at(14) });
    expect(hours(cards[0]!)).toEqual([`09:00 12:00 ${ana}`, `14:00 17:00 ${ana}`]);
    const { cards: both } = await duplicate(company.person('csr'), card);
    expect(hours(both[0]!)).toContain('09:00 12:00');
    await undo(company.person('csr'));
    await undo(dispatcher);
    expect(hours(await read(company, card))).toEqual([`09:00 12:00 ${ana}`]);
  });

  test('both are in the history of the job, and the new visit in its own', async () => {
    const company = await makeCompany(database());
    const { card, dispatcher } = await booked(company);
    const { cards } = await split(dispatcher, card);
    await duplicate(dispatcher, cards[0]!, { start: at(20) });
    const { items } = await dispatcher.call('moves.list', { query: { jobId: String(card.job.id) } });
    expect(
      items.map(({ verb, subject, before }) => [verb, 'number' in subject && subject.number, !before]),
    ).toEqual(
      expect.arrayContaining([
        ['appointment.duplicated', 3, true],
        ['appointment.split', 2, true],
        ['appointment.split', 1, false],
      ]),
    );
  });

  test('sent twice under one key it is made once', async () => {
    const company = await makeCompany(database());
    const { card, dispatcher } = await booked(company);
    const request = {
      key: 'once',
      params: { id: card.appointments[0]!.id },
      body: { expected: expectedOf(card), start: at(20) },
    };
    await dispatcher.call('appointments.duplicate', request);
    await dispatcher.call('appointments.duplicate', request);
    expect((await read(company, card)).appointments).toHaveLength(2);
  });

  test('of another unit’s job one is confined from there is nothing to split or copy', async () => {
    const company = await makeCompany(database());
    const card = await company.book({ businessUnitId: company.otherUnitId, start: at(9), end: at(12) });
    const confined = company.person('dispatcher', { units: [company.businessUnitId] });
    const missing = { code: 'record.not_found', params: { kind: 'appointment' } };
    await expect(split(confined, card)).rejects.toMatchObject(missing);
    await expect(duplicate(confined, card)).rejects.toMatchObject(missing);
  });
});
