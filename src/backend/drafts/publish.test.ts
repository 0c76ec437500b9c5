import { expect, test } from 'vitest';
import { eachEngine } from '#testing/databases.ts';
import {
  at,
  book,
  change,
  fork,
  get,
  office,
  publish,
  stepOf,
  visitOf,
  waiting,
} from '#testing/draft-boards.ts';

eachEngine('publishing a draft board', (database, engine) => {
  test('published in part it is one step with its name as the reason; the rest stays in the draft', async () => {
    const { company, ana, sam, dispatcher } = await office(database);
    const cards = [await book(company, 9, ana), await book(company, 11, ana)];
    const rest = await book(company, 14, ana);
    const steps = [stepOf(cards[0]!, 15, sam), stepOf(cards[1]!, 16, sam), stepOf(rest, 17, sam)];
    const draft = await fork(dispatcher, steps);
    const { operationId, draft: after } = await publish(dispatcher, draft.id, cards, 15, sam);
    expect(after.steps).toEqual([steps[2]]);
    const { items } = await dispatcher.call('operations.list');
    expect(items.map(({ id, verb }) => [id, verb])).toEqual([[operationId, 'appointment.rearranged']]);
    const moves = await dispatcher.call('moves.list', { query: { appointmentId: visitOf(cards[0]!).id } });
    expect(moves.items[0]).toMatchObject({ operationId, reason: 'Draft “Rainy day”' });
  });

  test('a visit parked in a draft is parked when it is published, and taken back it is the draft’s again', async () => {
    const { company, ana, dispatcher } = await office(database);
    const card = await book(company, 9, ana);
    const [lane] = company.holdingLaneIds;
    const { id, version } = visitOf(card);
    const move = { appointmentId: id, jobNumber: card.job.number, time: null };
    const parked = { ...move, crew: { from: [ana], to: [] }, lane: { from: null, to: lane } };
    const draft = await fork(dispatcher, [{ moves: [parked] }]);
    expect((await get(dispatcher, draft.id)).steps).toEqual([{ moves: [parked] }]);
    const written = await dispatcher.call('drafts.publish', {
      params: { id: draft.id },
      body: {
        expected: [{ kind: 'appointment', id, version }],
        moves: [{ appointmentId: id, start: at(9), end: at(10), holdingLaneId: lane }],
      },
    });
    expect(visitOf(written.cards[0]!)).toMatchObject({ holdingLaneId: lane, assignments: [] });
    expect(written.draft.steps).toEqual([]);
    await dispatcher.call('operations.undo', { body: {} });
    expect((await get(dispatcher, draft.id)).steps).toEqual([{ moves: [parked] }]);
  });

  test('a publication taken back puts its moves into the draft again, beside what was done since', async () => {
    const { company, ana, sam, dispatcher } = await office(database);
    const [one, other] = [await book(company, 9, ana), await book(company, 11, ana)];
    const draft = await fork(dispatcher, [stepOf(one, 15, sam)]);
    const { draft: published } = await publish(dispatcher, draft.id, [one], 15, sam);
    await change(dispatcher, published, { steps: [stepOf(other, 16, sam)] });
    await dispatcher.call('operations.undo', { body: {} });
    const back = await get(dispatcher, draft.id);
    expect(back.steps).toEqual([stepOf(one, 15, sam), stepOf(other, 16, sam)]);
    const live = await dispatcher.call('jobs.get', { params: { id: one.job.id } });
    expect(visitOf(live).start).toBe(at(9));
    // Kept as the draft's own from then on, it can be published anew.
    await change(dispatcher, back, { steps: back.steps });
    expect((await get(dispatcher, draft.id)).visits).toBe(2);
    await publish(dispatcher, draft.id, [live], 15, sam);
    expect((await get(dispatcher, draft.id)).visits).toBe(1);
  });

  test('two publish from one draft at the same moment: taken back, both have their moves in it again', async () => {
    const { company, ana, sam, dispatcher, ben } = await office(database);
    const [one, other] = [await book(company, 9, ana), await book(company, 11, ana)];
    const steps = [stepOf(one, 15, sam), stepOf(other, 17, sam)];
    const { id } = await fork(dispatcher, steps, { shared: true });
    const both = () => [publish(dispatcher, id, [one], 15, sam), publish(ben, id, [other], 17, sam)];
    // PostgreSQL lets both begin, and read, before either holds the draft; PGlite has one at a time.
    const published =
      engine === 'pglite'
        ? both()
        : await database().transaction({ tenantId: 'system' }, async (tx) => {
            await tx.query('select 1 from company.board_drafts where id = $1 for update', [id]);
            const begun = both();
            await waiting(database(), 2);
            return begun;
          });
    await Promise.all(published);
    expect((await get(dispatcher, id)).visits).toBe(0);
    for (const person of [dispatcher, ben]) await person.call('operations.undo', { body: {} });
    expect((await get(dispatcher, id)).visits).toBe(2);
  });

  test('what the rules refuse stays in the draft, and nothing of it is on the board', async () => {
    const { company, ana, sam, dispatcher } = await office(database);
    const [card, taken] = [await book(company, 9, ana), await book(company, 13, sam)];
    const draft = await fork(dispatcher, [stepOf(card, 13, sam)]);
    await expect(publish(dispatcher, draft.id, [card], 13, sam)).rejects.toMatchObject({
      code: 'schedule.conflict',
      params: { conflicts: [{ visit: { id: visitOf(card).id } }] },
    });
    await expect(publish(dispatcher, draft.id, [taken], 15, ana)).rejects.toMatchObject({
      code: 'record.not_found',
      params: { kind: 'appointment' },
    });
    expect(await get(dispatcher, draft.id)).toMatchObject({ version: 1, visits: 1 });
  });
});
