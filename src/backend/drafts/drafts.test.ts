import { expect, test } from 'vitest';
import type { BodyIn } from '#contract/endpoints.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, day, instant } from '#domain/time.ts';
import { type Company, makeCompany, type Person } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';

const at = (hour: number) => addMinutes(instant('2026-11-23T00:00:00Z'), hour * 60);
const visitOf = ({ appointments }: JobCardView) => appointments[0]!;
const book = (company: Company, hour: number, technicianId: Id, businessUnitId = company.businessUnitId) =>
  company.book({ start: at(hour), end: at(hour + 1), technicianIds: [technicianId], businessUnitId });

type Steps = NonNullable<BodyIn<'drafts.create'>['steps']>;
/** The visit an hour long at another hour, and at another's. */
function stepOf(card: JobCardView, hour: number, to?: Id): Steps[number] {
  const { id, start, end, assignments } = visitOf(card);
  const from = assignments.map(({ technicianId }) => technicianId);
  const time = { from: { start, end }, to: { start: at(hour), end: at(hour + 1) } };
  return {
    moves: [{ appointmentId: id, jobNumber: card.job.number, time, crew: to ? { from, to: [to] } : null }],
  };
}
let keys = 0;
const fork = (person: Person, steps: Steps = [], more: Partial<BodyIn<'drafts.create'>> = {}) =>
  person.call('drafts.create', {
    key: `fork ${++keys}`,
    body: { name: 'Rainy day', day: day('2026-11-23'), timeZone: 'America/New_York', steps, ...more },
  });
const get = (person: Person, id: Id) => person.call('drafts.get', { params: { id } });
const change = (
  person: Person,
  { id, version }: { id: Id; version: number },
  changes: BodyIn<'drafts.change'>['changes'],
) => person.call('drafts.change', { params: { id }, body: { version, changes } });
const publish = (person: Person, id: Id, cards: readonly JobCardView[], hour: number, to: Id) =>
  person.call('drafts.publish', {
    params: { id },
    body: {
      expected: cards.map((card) => {
        const visit = visitOf(card);
        return { kind: 'appointment' as const, id: visit.id, version: visit.version };
      }),
      moves: cards.map((card, n) => ({
        appointmentId: visitOf(card).id,
        start: at(hour + n),
        end: at(hour + n + 1),
        technicians: [{ from: visitOf(card).assignments[0]!.technicianId, to }],
      })),
    },
  });

const sql = (database: Database, statement: string) =>
  database.transaction({ tenantId: 'system' }, (tx) => tx.query(statement));

/** Until that many wait for a lock; PostgreSQL alone can say. */
async function waiting(database: Database, count: number): Promise<void> {
  const [row] = await database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query<{ waiting: number }>(
      "select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
    ),
  );
  if (row!.waiting < count) await waiting(database, count);
}

async function office(database: () => Parameters<typeof makeCompany>[0]) {
  const company = await makeCompany(database());
  const [ana, sam] = company.technicianIds as [Id, Id];
  const dispatcher = company.person('dispatcher');
  const ben = company.person('dispatcher', { userId: company.person('admin').actor.userId });
  return { company, ana, sam, dispatcher, ben };
}

eachEngine('draft boards', (database, engine) => {
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
