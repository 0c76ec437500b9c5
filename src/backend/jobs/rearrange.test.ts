import { expect, test } from 'vitest';
import type { JobCardView } from '#contract/job.ts';
import { rearrange as body } from '#contract/rearrangement.ts';
import type { Id } from '#domain/ids.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { at, book, expectedOf, give, placesOf, to, two, undo, visitOf } from '#testing/rearranging.ts';
import { remembering } from '#testing/statements.ts';
import { rearrange } from './rearrange.ts';

eachEngine('several visits moved in one step', (database) => {
  test('two of one technician change places, which is no conflict; one undo puts both back', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const dispatcher = company.person('dispatcher');
    const cards = [await book(company, 9, 11, ana), await book(company, 11, 12, ana)] as const;
    const moves = [to(cards[0], 10, 12), to(cards[1], 9, 10)];
    const { cards: after, operationId } = await give(dispatcher, cards, moves, { memo: 'She asked' });
    expect(after.map((card) => visitOf(card).start)).toEqual([at(10), at(9)]);
    const { items } = await dispatcher.call('operations.list');
    expect(items.map(({ id, verb }) => [id, verb])).toEqual([[operationId, 'appointment.rearranged']]);
    const moved = await dispatcher.call('moves.list', { query: { appointmentId: visitOf(cards[0]).id } });
    expect(moved.items[0]).toMatchObject({
      operationId,
      verb: 'appointment.rearranged',
      reason: 'She asked',
    });
    await undo(dispatcher);
    expect(await placesOf(company, cards)).toEqual([`9-11 ${ana}`, `11-12 ${ana}`]);
  });

  test('technicians and times are exchanged, a crew changes, and one goes back to the tray', async () => {
    const company = await makeCompany(database());
    const { ana, sam, cards, dispatcher } = await two(company);
    const [, , priya] = company.technicianIds as [Id, Id, Id];
    const crew = await book(company, 15, 16, ana, sam);
    const loose = await book(company, 16, 17, priya);
    const all = [...cards, crew, loose];
    await give(dispatcher, all, [
      to(cards[0], 13, 15, [ana, sam]),
      to(cards[1], 9, 10, [sam, ana]),
      to(crew, 15, 16, [ana, priya], [sam, null]),
      to(loose, 18, 19, [priya, null]),
    ]);
    const swapped = [`13-15 ${sam}`, `9-10 ${ana}`, `15-16 ${priya}`, '18-19'];
    expect(await placesOf(company, all)).toEqual(swapped);
    await undo(dispatcher);
    const before = [`9-11 ${ana}`, `13-14 ${sam}`, `15-16 ${ana} ${sam}`, `16-17 ${priya}`];
    expect(await placesOf(company, all)).toEqual(before);
  });

  test('every visit its own rules refuse is named, and nothing is moved', async () => {
    const company = await makeCompany(database());
    const { ana, sam, cards, dispatcher } = await two(company);
    const third = await book(company, 15, 16);
    const sent = async (card: JobCardView, name: 'dispatch' | 'arrive', technicianId: Id) =>
      (
        await dispatcher.call(`appointments.${name}`, {
          params: { id: visitOf(card).id },
          body: { expected: expectedOf([card]), technicianId },
        })
      ).cards[0]!;
    const now = [await sent(cards[0], 'dispatch', ana), await sent(cards[1], 'arrive', sam), third];
    const moves = [to(now[0]!, 17, 19), to(now[1]!, 17, 18), to(third, 19, 20)];
    const named = (card: JobCardView, code: string) => ({
      id: visitOf(card).id,
      label: `${card.job.number}-1`,
      refusal: { code, params: { appointmentId: visitOf(card).id } },
    });
    await expect(give(dispatcher, now, moves)).rejects.toMatchObject({
      code: 'bulk.refused',
      params: {
        rows: [
          named(cards[0], 'appointment.dispatched_needs_cancel_dispatch'),
          named(cards[1], 'appointment.not_in_status'),
        ],
      },
    });
    expect(await placesOf(company, [...cards, third])).toEqual([`9-11 ${ana}`, `13-14 ${sam}`, '15-16']);
    // Called back in so many words, the first one moves.
    await give(dispatcher, now, [{ ...moves[0]!, cancelDispatch: true }, moves[2]!]);
    expect(await placesOf(company, cards)).toEqual([`17-19 ${ana}`, `13-14 ${sam}`]);
  });

  test('time that is taken as it will be is refused whole, each conflict with its visit, or taken with a reason', async () => {
    const company = await makeCompany(database());
    const { ana, sam, cards, dispatcher } = await two(company);
    const other = await book(company, 16, 18, ana);
    const moves = [to(cards[0], 16, 18), to(cards[1], 17, 18, [sam, ana])];
    const clash = ({ job, appointments: [visit] }: JobCardView, otherCard: JobCardView) =>
      expect.objectContaining({
        code: 'overlap',
        visit: { id: visit!.id, label: `${job.number}-1` },
        jobNumber: otherCard.job.number,
      });
    await expect(give(dispatcher, cards, moves)).rejects.toMatchObject({
      code: 'schedule.conflict',
      params: {
        conflicts: expect.arrayContaining([
          clash(cards[0], other),
          clash(cards[0], cards[1]),
          clash(cards[1], other),
          clash(cards[1], cards[0]),
        ]),
      },
    });
    expect(await placesOf(company, cards)).toEqual([`9-11 ${ana}`, `13-14 ${sam}`]);
    const { cards: after } = await give(dispatcher, cards, moves, { overrideReason: 'Same house' });
    expect(after.map((card) => visitOf(card).assignments[0]!.override?.reason)).toEqual([
      'Same house',
      'Same house',
    ]);
  });

  test('two visits of one job move together, and one that is there already stays as it is', async () => {
    const company = await makeCompany(database());
    const { dispatcher, cards, ana } = await two(company);
    const { cards: added } = await dispatcher.call('jobs.addAppointment', {
      key: 'second',
      params: { id: cards[0].job.id },
      body: { start: at(33), end: at(35), technicianIds: [ana] },
    });
    const [first, second] = added[0]!.appointments;
    const { cards: after } = await give(
      dispatcher,
      [...added, cards[1]],
      [
        to(added[0]!, 10, 12),
        { appointmentId: second!.id, start: at(34), end: at(36), technicians: [] },
        to(cards[1], 13, 14),
      ],
    );
    expect(after[0]!.appointments.map(({ start }) => start)).toEqual([at(10), at(34)]);
    expect(after[0]!.appointments[0]!.version).toBe(first!.version + 1);
    expect(visitOf(after[1]!).version).toBe(visitOf(cards[1]).version);
  });

  test('twenty take as many statements as two', async () => {
    const company = await makeCompany(database());
    const [ana, sam] = company.technicianIds as [Id, Id];
    const cards: JobCardView[] = [];
    for (let hour = 0; hour < 22; hour++) cards.push(await book(company, hour, hour + 1, ana));
    const statements = (some: readonly JobCardView[]) =>
      database().transaction({ tenantId: company.tenantId }, async (tx) => {
        const asked = remembering(tx);
        const context = {
          actor: company.person('dispatcher').actor,
          now: company.clock.now(),
          requestId: 'test',
          address: '127.0.0.1',
        };
        const moves = some.map((card, at) => to(card, 48 + 2 * at, 49 + 2 * at, [ana, sam]));
        await rearrange(asked.tx, context, body.parse({ expected: expectedOf(some), moves }));
        return asked.statements.length;
      });
    const forTwo = await statements(cards.slice(0, 2));
    await undo(company.person('dispatcher'));
    expect(await statements(cards.slice(2))).toBe(forTwo);
  });
});

test.each([
  ['a visit twice', [{ appointmentId: 1 }, { appointmentId: 1 }]],
  ['nobody for nobody', [{ appointmentId: 1, technicians: [{ from: null, to: null }] }]],
  [
    'one who leaves and comes',
    [
      {
        appointmentId: 1,
        technicians: [
          { from: 1, to: 2 },
          { from: 2, to: 3 },
        ],
      },
    ],
  ],
  ['nothing at all', []],
])('a step that names %s is no step', (_, moves) => {
  const timed = moves.map((move) => ({ start: at(9), end: at(10), ...move }));
  expect(body.safeParse({ expected: [], moves: timed }).success).toBe(false);
});
