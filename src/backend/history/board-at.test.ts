import { expect, test } from 'vitest';
import { chanceOf } from '#backend/demo/random.ts';
import type { BoardDay } from '#contract/board.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, type Day, day, type Instant, instant } from '#domain/time.ts';
import { bookingBody, type Company, makeCompany, type Person } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';
import { randomMove, randomTimes } from '#testing/histories/moves.ts';
import { type OfficeMove, randomOfficeMove } from '#testing/histories/office-moves.ts';
import { soak } from '#testing/soak.ts';

const ZONE = 'America/New_York';
const DAYS: readonly Day[] = [day('2026-11-21'), day('2026-11-22')];

const live = async (person: Person, on: Day): Promise<Omit<BoardDay, 'cursor'>> => {
  const { cursor: _, ...shown } = await person.call('board.day', { query: { day: on, timeZone: ZONE } });
  return shown;
};
const past = async (person: Person, on: Day, at: Instant): Promise<Omit<BoardDay, 'cursor'>> => {
  const query = { day: on, timeZone: ZONE, at };
  const { at: told, ...shown } = await person.call('board.at', { query });
  expect(told).toBe(at);
  return shown;
};

/** Sends what the rules may refuse; a fault is none of them. */
async function tried(person: Person, move: OfficeMove, key: string): Promise<boolean> {
  const params = move.params ? { params: move.params } : {};
  try {
    await person.call(move.name, { ...params, body: move.body as never, key });
    return true;
  } catch (error) {
    if (error instanceof ProblemError && !error.code.startsWith('server.')) return false;
    throw error;
  }
}

async function playAndRemember(database: Database, company: Company, seed: number, steps: number) {
  const clock = company.clock as FixedClock;
  clock.set('2026-11-21T13:30:00.000Z');
  const chance = chanceOf(`past ${seed}`);
  const admin = company.person('admin');
  const jobIds: Id[] = [];
  for (const at of Array.from({ length: 6 }, (_, index) => index)) {
    const { cards } = await admin.call('jobs.book', {
      key: `first ${at}`,
      body: bookingBody(company, { ...randomTimes(chance), name: `Caller ${at}` }),
    });
    jobIds.push(cards[0]!.job.id);
  }
  const remembered: { at: Instant; days: Omit<BoardDay, 'cursor'>[] }[] = [];
  const remember = async () => {
    const days = await Promise.all(DAYS.map((on) => live(admin, on)));
    remembered.push({ at: clock.now(), days });
  };
  await remember();
  for (let step = 0; step < steps; step += 1) {
    clock.advance(chance.between(1, 90_000));
    const card = await admin.call('jobs.get', { params: { id: chance.pick(jobIds) } });
    const token = `${seed}-${step}`;
    const move = chance.happens(0.4)
      ? await randomOfficeMove({ database, company, chance, card, token })
      : randomMove(chance, company, card, token);
    if (move && (await tried(admin, move, token))) await remember();
  }
  return remembered;
}

eachEngine('the board as it stood', (database) => {
  test('at every minute of a random day it is what the live board answered then', async () => {
    const { seed, numRuns } = soak(60);
    const company = await makeCompany(database());
    const remembered = await playAndRemember(database(), company, seed, numRuns);
    expect(remembered.length).toBeGreaterThan(numRuns / 3);
    const admin = company.person('admin');
    for (const { at, days } of remembered) {
      for (const [index, on] of DAYS.entries()) {
        expect(await past(admin, on, at), `${on} at ${at}, seed ${seed}`).toEqual(days[index]);
      }
    }
  }, 120_000);

  test('between two steps it is as the earlier one left it, and before the first booking it is empty', async () => {
    const company = await makeCompany(database());
    const clock = company.clock as FixedClock;
    const [on] = DAYS as [Day];
    const booked = await company.book();
    const after = await live(company.person('csr'), on);
    clock.advance(60_000);
    const expectedVisit = { kind: 'appointment' as const, id: booked.appointments[0]!.id, version: 1 };
    await company.person('csr').call('appointments.confirm', {
      params: { id: expectedVisit.id },
      body: { expected: [expectedVisit] },
    });
    const made = addMinutes(clock.now(), -1);
    expect(await past(company.person('csr'), on, addMinutes(made, 0.5))).toEqual(after);
    expect((await past(company.person('csr'), on, addMinutes(made, -1))).appointments).toEqual([]);
  });

  test('a person of one unit sees the other unit’s visits of then as busy bars, and those that left the unit since', async () => {
    const company = await makeCompany(database());
    const clock = company.clock as FixedClock;
    const [on] = DAYS as [Day];
    const [ana] = company.technicianIds as [Id];
    const mine = await company.book({ technicianIds: [ana] });
    await company.book({
      businessUnitId: company.otherUnitId,
      technicianIds: [ana],
      start: instant('2026-11-21T18:00:00Z'),
      end: instant('2026-11-21T19:00:00Z'),
    });
    const confined = company.person('dispatcher', { units: [company.businessUnitId] });
    const then = await live(confined, on);
    expect([then.appointments.length, then.busy.length]).toEqual([1, 1]);
    const at = clock.now();
    clock.advance(60_000);
    expect(await past(confined, on, at)).toEqual(then);
    await company.person('dispatcher').call('jobs.update', {
      params: { id: mine.job.id },
      body: {
        expected: [{ kind: 'job', id: mine.job.id, version: mine.job.version }],
        changes: { businessUnitId: company.otherUnitId },
      },
    });
    const since = await past(confined, on, at);
    expect([since.appointments.length, since.busy.length]).toEqual([0, 2]);
  });
});
