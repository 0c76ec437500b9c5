import { expect, test } from 'vitest';
import type { BodyIn } from '#contract/endpoints.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, instant } from '#domain/time.ts';
import { type Company, makeCompany, type Person } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

const at = (hour: number) => addMinutes(instant('2026-11-23T00:00:00Z'), hour * 60);
const visitOf = ({ appointments }: JobCardView) => appointments[0]!;
const expectedOf = (cards: readonly JobCardView[]) =>
  cards.map((card) => ({
    kind: 'appointment' as const,
    id: visitOf(card).id,
    version: visitOf(card).version,
  }));
type Moves = BodyIn<'timeOff.absorb'>['moves'];

/** Ana's at nine and at eleven, Sam's at one; Ana is out all day. */
async function morning(company: Company) {
  const [ana, sam] = company.technicianIds as [Id, Id];
  const book = (from: number, to: number, id: Id) =>
    company.book({ start: at(from), end: at(to), technicianIds: [id] });
  const cards = [await book(9, 10, ana), await book(11, 12, ana), await book(13, 14, sam)] as const;
  const dispatcher = company.person('dispatcher');
  const absorb = (moves: Moves, person: Person = dispatcher) =>
    person.call('timeOff.absorb', {
      body: {
        technicianId: ana,
        start: at(0),
        end: at(24),
        label: 'Sick',
        moves,
        expected: expectedOf(cards),
      },
    });
  const to = (card: JobCardView, from: number, technicians: Moves[0]['technicians'] = []) => ({
    appointmentId: visitOf(card).id,
    start: at(from),
    end: at(from + 1),
    technicians,
  });
  return { ana, sam, cards, dispatcher, absorb, to };
}

async function placesOf(company: Company, cards: readonly JobCardView[]) {
  const hour = (time: string) => (Date.parse(time) - Date.parse(at(0))) / 3_600_000;
  const read = cards.map(({ job }) => company.person('csr').call('jobs.get', { params: { id: job.id } }));
  return (await Promise.all(read)).map((card) => {
    const { start, assignments } = visitOf(card);
    return [hour(start), ...assignments.map((one) => one.technicianId)].join(' ');
  });
}
const dayOff = async (company: Company, ana: Id) => {
  const query = { day: '2026-11-23' };
  const board = await company.person('dispatcher').call('board.day', { query: query as never });
  return board.technicians.find(({ id }) => id === ana)!.timeOff.map(({ label }) => label);
};

eachEngine('somebody is out', (database, engine) => {
  test('time off and moves are one step with its messages; one undo takes back both', async () => {
    const company = await makeCompany(database());
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query("update company.technicians set phone = '617 555 0101'"),
    );
    const { ana, sam, cards, dispatcher, absorb, to } = await morning(company);
    const written = await absorb([
      to(cards[0], 14, [{ from: ana, to: sam }]),
      to(cards[1], 11, [{ from: ana, to: null }]),
      to(cards[2], 12),
    ]);
    expect(written.timeOff).toMatchObject({ technicianId: ana, label: 'Sick', active: true });
    expect(await placesOf(company, cards)).toEqual([`14 ${sam}`, '11', `12 ${sam}`]);
    expect(await dayOff(company, ana)).toEqual(['Sick']);
    const { items } = await dispatcher.call('operations.list');
    expect(items.map(({ id, verb }) => [id, verb])).toEqual([[written.operationId, 'time-off.absorbed']]);
    const texts = await database().transaction({ tenantId: 'system', readOnly: true }, (tx) =>
      tx.query<{ kind: string; change: string }>(
        `select recipient_kind as kind, params->>'change' as change from office.messages where operation_id = $1`,
        [written.operationId],
      ),
    );
    expect(texts.map(({ kind, change }) => `${kind} ${change}`)).toEqual(
      expect.arrayContaining(['technician assigned', 'technician unassigned', 'technician rescheduled']),
    );
    await dispatcher.call('operations.undo', { body: {} });
    expect(await placesOf(company, cards)).toEqual([`9 ${ana}`, `11 ${ana}`, `13 ${sam}`]);
    expect(await dayOff(company, ana)).toEqual([]);
  });

  test('what is left with who is out stays under the time off; nothing is moved to them', async () => {
    const company = await makeCompany(database());
    const { ana, sam, cards, absorb, to } = await morning(company);
    await expect(absorb([to(cards[2], 15, [{ from: sam, to: ana }])])).rejects.toMatchObject({
      code: 'schedule.conflict',
      params: {
        conflicts: [
          expect.objectContaining({
            code: 'timeOff',
            visit: expect.objectContaining({ id: visitOf(cards[2]).id }),
          }),
        ],
      },
    });
    expect(await dayOff(company, ana)).toEqual([]);
    await absorb([to(cards[0], 9, [{ from: ana, to: sam }])]);
    expect(await placesOf(company, cards)).toEqual([`9 ${sam}`, `11 ${ana}`, `13 ${sam}`]);
    expect(await dayOff(company, ana)).toEqual(['Sick']);
  });

  test('who has nothing that day is simply out; a plan others have changed meanwhile is refused whole', async () => {
    const company = await makeCompany(database());
    const { ana, sam, cards, absorb, to } = await morning(company);
    const params = { id: visitOf(cards[0]).id };
    await company.person('admin').call('appointments.reschedule', {
      params,
      body: { expected: expectedOf([cards[0]]), start: at(8), end: at(9) },
    });
    await expect(absorb([to(cards[0], 9, [{ from: ana, to: sam }])])).rejects.toMatchObject({
      code: 'request.stale',
    });
    expect(await dayOff(company, ana)).toEqual([]);
    await absorb([]);
    expect(await dayOff(company, ana)).toEqual(['Sick']);
  });

  test.runIf(engine === 'postgres')(
    'while somebody else has a visit of theirs, who is out keeps nobody from their time: jobs come first',
    async () => {
      const company = await makeCompany(database());
      const { ana, sam, cards, absorb, to } = await morning(company);
      const held = await database().transaction({ tenantId: 'system' }, async (tx) => {
        await tx.query('select 1 from company.jobs where id = $1 for update', [cards[0].job.id]);
        const absorbed = absorb([to(cards[0], 9, [{ from: ana, to: sam }])]);
        await waitsForLock(database());
        await tx.query('select 1 from company.technicians where id = $1 for no key update nowait', [ana]);
        return { absorbed };
      });
      await held.absorbed;
      expect(await dayOff(company, ana)).toEqual(['Sick']);
    },
  );
});

/** Until somebody waits for a lock; PostgreSQL alone can say. */
async function waitsForLock(database: Database): Promise<void> {
  const rows = await database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query(
      "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
    ),
  );
  if (rows.length === 0) await waitsForLock(database);
}
