import { expect, test } from 'vitest';
import type { BodyIn } from '#contract/endpoints.ts';
import type { Database } from '#db/database.ts';
import { type Chance, seededChance } from '#domain/chance.ts';
import type { Id } from '#domain/ids.ts';
import { exchanges } from '#domain/schedule/arrangements/visit-move.ts';
import { addMinutes, type Instant, instant } from '#domain/time.ts';
import { makeCompany, type Person } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { soak } from '#testing/soak.ts';

const VISITS = 9;
const EIGHT = instant('2026-11-23T13:00:00Z');
/** Half-hours of one morning: crowded enough that a good part of what is asked for is taken. */
const SLOTS = 16;

type Visit = {
  readonly id: Id;
  readonly version: number;
  readonly start: Instant;
  readonly end: Instant;
  readonly crew: readonly {
    readonly technicianId: Id;
    readonly status: string;
    readonly reason: string | null;
  }[];
};
type World = { readonly visits: readonly Visit[]; readonly taken: readonly unknown[] };

/** All that a rearrangement may change, and the time that goes with it. */
const worldOf = (database: Database): Promise<World> =>
  database.transaction({ tenantId: 1, readOnly: true }, async (tx) => ({
    visits: await tx.query<Visit>(
      `select a.id, a.version, a.start, a."end", coalesce((select jsonb_agg(jsonb_build_object(
         'technicianId', s.technician_id, 'status', s.status, 'reason', s.override->>'reason') order by s.technician_id)
         from company.assignments s where s.appointment_id = a.id and s.active), '[]') as crew
       from company.appointments a order by a.id`,
    ),
    taken: await tx.query(
      `select o.technician_id, s.appointment_id, o.start, o."end", o.overridden from company.occupancy o
       join company.assignments s on s.id = o.source_id order by 2, 1`,
    ),
  }));
const withoutVersions = ({ visits, taken }: World) => ({
  taken,
  visits: visits.map(({ version: _, ...visit }) => visit),
});

type Moves = BodyIn<'appointments.rearrange'>['moves'];
type Move = Moves[number];
const idsOf = ({ crew }: Visit) => crew.map((one) => one.technicianId);
const placed = (visit: Visit, start: Instant, end: Instant, crew: readonly Id[]): Move => ({
  appointmentId: visit.id,
  start,
  end,
  technicians: [...exchanges(idsOf(visit), crew)],
});

/** Some of them to each other’s places, or each somewhere. */
function drawn(chance: Chance, visits: readonly Visit[], technicianIds: readonly Id[]): Moves {
  const below = (count: number) => Math.floor(chance() * count);
  const some = visits
    .map((visit) => ({ visit, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, 2 + below(4))
    .map(({ visit }) => visit);
  const cancelDispatch = chance() < 0.7;
  if (chance() < 0.5) {
    return some.map((visit, index) => {
      const other = some[(index + 1) % some.length]!;
      return { ...placed(visit, other.start, other.end, idsOf(other)), cancelDispatch };
    });
  }
  return some.map((visit) => {
    const start = addMinutes(EIGHT, 30 * below(SLOTS));
    const crew = technicianIds.filter(() => chance() < 0.4);
    return { ...placed(visit, start, addMinutes(start, 30 * (1 + below(2))), crew), cancelDispatch };
  });
}

const expectedOf = ({ visits }: World) =>
  visits.map(({ id, version }) => ({ kind: 'appointment' as const, id, version }));
const give = (person: Person, world: World, moves: Moves, overrideReason?: string) =>
  person
    .call('appointments.rearrange', { body: { expected: expectedOf(world), moves, overrideReason } })
    .then(
      ({ operationId }) => ({ operationId, code: 'done' }),
      ({ code }: { code: string }) => ({ operationId: null, code }),
    );

eachEngine('rearrangements at random, and their undo', (database) => {
  test('are as asked for or change nothing; taken back all is where it was, unless a colleague has moved one since', {
    timeout: 0,
  }, async () => {
    const { seed, numRuns } = soak(25);
    const chance = seededChance(seed);
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const admin = company.person('admin');
    for (let index = 0; index < VISITS; index++) {
      const start = addMinutes(EIGHT, 60 * Math.floor(index / 3));
      const technicianIds = [company.technicianIds[index % 3]!];
      await company.book({ start, end: addMinutes(start, 60), technicianIds });
    }
    const seen = new Map<string, number>();
    const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
    for (let round = 0; round < numRuns; round++) {
      const start = await worldOf(database());
      const onTheWay = start.visits[Math.floor(chance() * VISITS)]!;
      const [first] = onTheWay.crew;
      if (first?.status === 'Scheduled' && chance() < 0.2) {
        await admin.call('appointments.dispatch', {
          params: { id: onTheWay.id },
          body: { expected: expectedOf(start), technicianId: first.technicianId },
        });
      }
      const before = await worldOf(database());
      const moves = drawn(chance, before.visits, company.technicianIds);
      const { operationId, code } = await give(
        dispatcher,
        before,
        moves,
        chance() < 0.3 ? 'Storm' : undefined,
      );
      const after = await worldOf(database());
      count(code);
      const about = `seed ${seed}, round ${round}: ${JSON.stringify(moves)}`;
      if (operationId === null) {
        expect(['schedule.conflict', 'bulk.refused'], about).toContain(code);
        expect(after, about).toEqual(before);
        continue;
      }
      for (const [index, was] of before.visits.entries()) {
        const move = moves.find(({ appointmentId }) => appointmentId === was.id);
        const is = after.visits[index]!;
        if (!move) expect(is, about).toEqual(was);
        else expect([is.start, is.end], about).toEqual([move.start, move.end]);
        const { technicians = [] } = move ?? {};
        const leaving = technicians.map(({ from }) => from);
        const coming = technicians.flatMap(({ to }) => to ?? []);
        const crew = [...idsOf(was).filter((id) => !leaving.includes(id)), ...coming];
        expect(idsOf(is), about).toEqual(crew.sort((a, b) => a - b));
      }
      if (chance() < 0.3) {
        const moved = after.visits.find(({ start }, index) => start !== before.visits[index]!.start);
        const at = addMinutes(EIGHT, 24 * 60 + 60 * round);
        const others = moved ? [placed(moved, at, addMinutes(at, 30), idsOf(moved))] : [];
        const cancelDispatch = true;
        const done = await give(
          admin,
          after,
          others.map((one) => ({ ...one, cancelDispatch })),
        );
        if (done.operationId !== null) {
          const since = await worldOf(database());
          await expect(
            dispatcher.call('operations.undo', { body: { operationId } }),
            about,
          ).rejects.toMatchObject({
            code: 'undo.changed_since',
          });
          expect(await worldOf(database()), about).toEqual(since);
          count('kept');
          continue;
        }
      }
      await dispatcher.call('operations.undo', { body: { operationId } });
      expect(withoutVersions(await worldOf(database())), about).toEqual(withoutVersions(before));
      count('undone');
    }
    // It is good for something: much is done and taken back, and some is refused in each way.
    if (numRuns < 25) return;
    for (const what of ['done', 'undone', 'kept', 'schedule.conflict', 'bulk.refused']) {
      expect(seen.get(what) ?? 0, `${what} of ${JSON.stringify([...seen])}`).toBeGreaterThan(0);
    }
  });
});
