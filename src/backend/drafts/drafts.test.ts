import { expect, test } from 'vitest';
import type { JobCardView } from '#contract/job.ts';
import type { Id } from '#domain/ids.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import {
  at,
  book,
  change,
  fork,
  get,
  office,
  publish,
  type Steps,
  sql,
  stepOf,
  visitOf,
} from '#testing/draft-boards.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';

eachEngine('draft boards', (database) => {
  test('a draft is kept as moves: the live day stays, and who is back finds it as it was', async () => {
    const { company, ana, sam, dispatcher } = await office(database);
    const card = await book(company, 9, ana);
    const draft = await fork(dispatcher);
    expect(draft).toMatchObject({ name: 'Rainy day', version: 1, steps: [], visits: 0, shared: false });
    const changed = await change(dispatcher, draft, { steps: [stepOf(card, 13, sam)] });
    expect(changed).toMatchObject({ version: 2, visits: 1 });
    expect(await get(dispatcher, draft.id)).toEqual(changed);
    const live = await dispatcher.call('jobs.get', { params: { id: card.job.id } });
    expect(visitOf(live)).toMatchObject({ start: at(9), version: visitOf(card).version });
  });

  test('two who change one draft at once: the second is told and writes nothing over', async () => {
    const { company, ana, dispatcher } = await office(database);
    const card = await book(company, 9, ana);
    const draft = await fork(dispatcher);
    const kept = await change(dispatcher, draft, { steps: [stepOf(card, 13)] });
    await expect(change(dispatcher, draft, { steps: [] })).rejects.toMatchObject({ code: 'request.stale' });
    expect((await get(dispatcher, draft.id)).steps).toEqual(kept.steps);
  });

  test('one’s own draft is nobody else’s; a shared one is looked at and published from, not changed', async () => {
    const { company, ana, sam, dispatcher, ben } = await office(database);
    const card = await book(company, 9, ana);
    const draft = await fork(dispatcher, [stepOf(card, 13, sam)]);
    const missing = { code: 'record.not_found', params: { kind: 'draft' } };
    await expect(get(ben, draft.id)).rejects.toMatchObject(missing);
    await expect(change(ben, draft, { name: 'Mine' })).rejects.toMatchObject(missing);
    await expect(publish(ben, draft.id, [card], 13, sam)).rejects.toMatchObject(missing);
    expect((await ben.call('drafts.list')).items).toEqual([]);
    const shared = await change(dispatcher, draft, { shared: true });
    expect((await ben.call('drafts.list')).items).toMatchObject([{ id: draft.id, visits: 1 }]);
    await expect(change(ben, shared, { name: 'Mine' })).rejects.toMatchObject({ code: 'draft.not_owner' });
    const { draft: after } = await publish(ben, draft.id, [card], 13, sam);
    expect(after.steps).toEqual([]);
  });

  test('a holding lane nobody has cannot be in a draft', async () => {
    const { company, ana, dispatcher } = await office(database);
    const card = await book(company, 9, ana);
    const [move] = stepOf(card, 13).moves;
    const elsewhere = { ...move!, lane: { from: null, to: 999_999 } };
    await expect(fork(dispatcher, [{ moves: [elsewhere] }])).rejects.toMatchObject({
      code: 'record.not_found',
      params: { kind: 'holdingLane' },
    });
  });

  test('the list counts what a draft moves without reading its moves, but where a publication was taken back', async () => {
    const { company, ana, sam, dispatcher } = await office(database);
    const cards = [await book(company, 9, ana), await book(company, 11, ana), await book(company, 14, ana)];
    const [one, other, third] = cards as [JobCardView, JobCardView, JobCardView];
    const listed = async () => (await dispatcher.call('drafts.list')).items.map(({ visits }) => visits);
    const there = stepOf(third, 17).moves[0]!;
    const home = { moves: [{ ...there, time: { from: there.time!.to, to: there.time!.from } }] };
    // Moved to and fro: the third is where it was.
    const steps = [stepOf(one, 15, sam), stepOf(other, 16, sam), { moves: [there] }, home];
    const { id } = await fork(dispatcher, steps);
    expect(await listed()).toEqual([2]);
    await sql(database(), 'update company.board_drafts set visits = 7');
    expect(await listed()).toEqual([7]);
    await publish(dispatcher, id, [one], 15, sam);
    expect(await listed()).toEqual([1]);
    await dispatcher.call('operations.undo', { body: {} });
    expect([await listed(), (await get(dispatcher, id)).visits]).toEqual([[2], 2]);
    // Written before they were counted.
    await sql(database(), 'update company.board_drafts set visits = null');
    expect(await listed()).toEqual([2]);
  });

  test('other units’ visits are left out for who is confined, counted, and answered like ones nobody has', async () => {
    const { company, ana, sam, dispatcher } = await office(database);
    const [ours, theirs] = [await book(company, 9, ana), await book(company, 11, sam, company.otherUnitId)];
    const draft = await fork(dispatcher, [stepOf(ours, 15), stepOf(theirs, 16)], { shared: true });
    const confined = company.person('dispatcher', {
      units: [company.businessUnitId],
      userId: company.person('admin').actor.userId,
    });
    const seen = await get(confined, draft.id);
    expect(seen).toMatchObject({ visits: 1, hidden: 1, steps: [stepOf(ours, 15)] });
    expect(JSON.stringify(seen)).not.toContain(String(theirs.job.number));
    const missing = { code: 'record.not_found', params: { kind: 'appointment' } };
    await expect(fork(confined, [stepOf(theirs, 16)])).rejects.toMatchObject(missing);
    await expect(publish(confined, draft.id, [theirs], 16, ana)).rejects.toMatchObject(missing);
  });

  test('another company’s drafts, visits, technicians and lanes are ones nobody has', async () => {
    const { company, ana, dispatcher } = await office(database);
    const foreign = await makeCompany(database(), 2);
    const [theirs] = foreign.technicianIds as [Id];
    const [card, mine] = [await book(foreign, 9, theirs), await book(company, 9, ana)];
    const draft = await fork(foreign.person('dispatcher'), [stepOf(card, 13)], { shared: true });
    await expect(get(dispatcher, draft.id)).rejects.toMatchObject({ code: 'record.not_found' });
    const refused = (steps: Steps) => fork(dispatcher, steps).catch((error) => error.params.kind);
    expect(await refused([stepOf(card, 13)])).toBe('appointment');
    expect(await refused([stepOf(mine, 13, theirs)])).toBe('technician');
    const lane = { from: null, to: foreign.holdingLaneIds[0] };
    expect(await refused([{ moves: [{ ...stepOf(mine, 13).moves[0]!, lane }] }])).toBe('holdingLane');
  });

  test('twenty of one person are enough; one put away makes room, comes back, and is forgotten after a day', async () => {
    const { company, dispatcher } = await office(database);
    const made = [];
    for (let n = 0; n < 20; n++) made.push(await fork(dispatcher, [], { name: `Draft ${n}` }));
    await expect(fork(dispatcher)).rejects.toMatchObject({ code: 'draft.too_many', params: { most: 20 } });
    const away = await change(dispatcher, made[0]!, { active: false });
    expect((await dispatcher.call('drafts.list')).items).toHaveLength(19);
    const back = await change(dispatcher, away, { active: true });
    expect((await dispatcher.call('drafts.list')).items).toHaveLength(20);
    await change(dispatcher, back, { active: false });
    (company.clock as FixedClock).advance(25 * 60 * 60_000);
    await fork(dispatcher);
    await expect(get(dispatcher, made[0]!.id)).rejects.toMatchObject({ code: 'record.not_found' });
  });

  test('forking and changing are in the audit, and a publication is, as the step it made', async () => {
    const { company, ana, sam, dispatcher } = await office(database);
    const card = await book(company, 9, ana);
    const draft = await fork(dispatcher);
    await change(dispatcher, draft, { steps: [stepOf(card, 13, sam)] });
    const { operationId } = await publish(dispatcher, draft.id, [card], 13, sam);
    const rows = await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query(
        `select verb, detail->>'reason' as reason, operation_id as "operationId" from office.audit
         where object_kind = 'draft' or operation_id = $1 order by id`,
        [operationId],
      ),
    );
    expect(rows).toEqual([
      { verb: 'draft.create', reason: null, operationId: null },
      { verb: 'draft.change', reason: null, operationId: null },
      { verb: 'appointment.rearranged', reason: 'Draft “Rainy day”', operationId },
    ]);
  });
});
