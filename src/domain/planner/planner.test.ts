import { describe, expect, test } from 'vitest';
import { seededChance } from '../chance.ts';
import { faultsOf } from './check.ts';
import { planRoutes } from './planner.ts';
import type { Problem, RouteFrame, Stop } from './problem.ts';

/** Time as a number of looks at the clock: the same on every machine. */
const looks = (count: number) => {
  let looked = 0;
  return () => looked++ / count;
};

const stop = (place: number, more: Partial<Stop> = {}): Stop => ({
  place,
  earliest: 0,
  latest: 480,
  duration: 30,
  load: 0,
  routes: null,
  penalty: 1_000,
  ...more,
});
const day = (more: Partial<RouteFrame> = {}): RouteFrame => ({
  startPlace: 0,
  endPlace: 0,
  opens: 0,
  closes: 480,
  capacity: Number.POSITIVE_INFINITY,
  ...more,
});
/** Places on a line, minutes apart. */
const line = (...at: number[]) => at.map((from) => at.map((to) => Math.abs(from - to)));
const solve = (problem: Problem, fewestRoutes = false, seed = 1) =>
  planRoutes(problem, seededChance(seed), { spent: looks(40), fewestRoutes });

/** Random days: technicians with skills and hours, visits with windows, more than can be done. */
function randomProblem(seed: number): Problem {
  const chance = seededChance(seed);
  const upTo = (most: number) => Math.floor(chance() * most);
  const places = Array.from({ length: 2 + upTo(25) }, () => [upTo(60), upTo(60)] as const);
  const routeCount = 1 + upTo(6);
  return {
    travel: places.map(([x, y]) => places.map(([a, b]) => Math.hypot(x - a, y - b))),
    routes: Array.from({ length: routeCount }, () => {
      const opens = upTo(120);
      return day({
        startPlace: upTo(places.length),
        endPlace: upTo(places.length),
        opens,
        closes: opens + 120 + upTo(400),
        capacity: chance() < 0.3 ? 1 + upTo(10) : Number.POSITIVE_INFINITY,
        ...(chance() < 0.3 && { worksFrom: opens + upTo(100), emptyTravel: upTo(30) }),
      });
    }),
    stops: Array.from({ length: upTo(40) }, () => {
      const earliest = upTo(400);
      return stop(upTo(places.length), {
        earliest,
        latest: earliest + upTo(200),
        duration: 10 + upTo(110),
        load: upTo(3),
        routes:
          chance() < 0.4
            ? Array.from({ length: routeCount }, (_, route) => route).filter(() => chance() < 0.5)
            : null,
        penalty: chance() < 0.2 ? Number.POSITIVE_INFINITY : 20 + upTo(500),
        ...(chance() < 0.3 && { costs: Array.from({ length: routeCount }, () => upTo(60)) }),
      });
    }),
  };
}

describe('the planner', () => {
  test('a plan of 300 random days breaks no window, no skill, no capacity and no working day, and loses no visit', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const problem = randomProblem(seed);
      const plan = planRoutes(problem, seededChance(seed), { spent: looks(3), fewestRoutes: seed % 2 === 0 });
      expect(faultsOf(problem, plan), `seed ${seed}`).toEqual([]);
    }
  });

  test('the same seed and effort make the same plan', () => {
    const problem = randomProblem(7);
    expect(solve(problem)).toEqual(solve(problem));
  });

  test('visits on one road are driven in one sweep', () => {
    const problem = {
      stops: [stop(3), stop(1), stop(4), stop(2)],
      routes: [day()],
      travel: line(0, 10, 20, 30, 40),
    };
    const plan = solve(problem);
    expect(plan.travel).toBe(80);
    expect(plan.unplanned).toEqual([]);
  });

  test('windows are kept, even against the way', () => {
    const problem = {
      stops: [stop(1, { earliest: 300 }), stop(2, { latest: 60 })],
      routes: [day()],
      travel: line(0, 10, 20),
    };
    expect(solve(problem).routes).toEqual([[1, 0]]);
  });

  test('a visit goes to who has the skill, though another is nearer', () => {
    const problem = {
      stops: [stop(1, { routes: [1] })],
      routes: [day({ startPlace: 1, endPlace: 1 }), day()],
      travel: line(0, 40),
    };
    expect(solve(problem).routes).toEqual([[], [0]]);
  });

  test('what does not fit stays out, the one that costs least to leave out', () => {
    const tight = { earliest: 0, latest: 0, duration: 60 };
    const problem = {
      stops: [stop(0, { ...tight, penalty: 50 }), stop(0, { ...tight, penalty: 500 })],
      routes: [day()],
      travel: line(0),
    };
    expect(solve(problem)).toMatchObject({ routes: [[1]], unplanned: [0] });
  });

  test('a visit whose drive costs more than leaving it out stays out', () => {
    const problem = { stops: [stop(1, { penalty: 90 })], routes: [day()], travel: line(0, 100) };
    expect(solve(problem).unplanned).toEqual([0]);
  });

  test('fewest routes: work for one day is not spread over three', () => {
    const problem = {
      stops: [stop(1), stop(2), stop(3)],
      routes: [day(), day(), day()],
      travel: [
        [0, 10, 10, 10],
        [10, 0, 18, 18],
        [10, 18, 0, 18],
        [10, 18, 18, 0],
      ],
    };
    expect(solve(problem, true).used).toBe(1);
    expect(solve(problem, true).unplanned).toEqual([]);
  });

  test('somebody else than promised costs: a visit goes there only where the drive saves more', () => {
    const days = [day(), day({ startPlace: 1, endPlace: 1 })];
    const at = (costs: number[]) => ({ stops: [stop(1, { costs })], routes: days, travel: line(0, 20) });
    expect(solve(at([0, 30])).routes).toEqual([[], [0]]);
    expect(solve(at([0, 50])).routes).toEqual([[0], []]);
  });

  test('the drive may begin before the work does', () => {
    const early = day({ opens: -60, worksFrom: 0, closes: 60 });
    const problem = { stops: [stop(1, { latest: 0 })], routes: [early], travel: line(0, 30) };
    expect(solve(problem).unplanned).toEqual([]);
    expect(solve({ ...problem, routes: [day()] }).unplanned).toEqual([0]);
  });

  test('a way that is driven anyway is the nearer one to put a visit on', () => {
    const passing = day({ endPlace: 2, emptyTravel: 40 });
    const problem = { stops: [stop(1)], routes: [day(), passing], travel: line(0, 20, 40) };
    expect(solve(problem).routes).toEqual([[], [0]]);
  });

  test('begun from a plan, it never ends with a worse one', () => {
    const problem = randomProblem(11);
    const from = solve(problem);
    const more = { spent: looks(2), fewestRoutes: false, from: from.routes, heat: 1 };
    const again = planRoutes(problem, seededChance(3), more);
    expect(faultsOf(problem, again)).toEqual([]);
    expect(again.unplanned.length).toBeLessThanOrEqual(from.unplanned.length);
  });

  test('nothing to plan is planned', () => {
    expect(solve({ stops: [], routes: [day()], travel: line(0) })).toEqual({
      routes: [[]],
      unplanned: [],
      travel: 0,
      used: 0,
    });
    expect(solve({ stops: [stop(0)], routes: [], travel: line(0) }).unplanned).toEqual([0]);
  });
});

describe('what checks a plan', () => {
  const problem = {
    stops: [stop(1, { latest: 20, load: 2 }), stop(2, { routes: [1] })],
    routes: [day({ capacity: 1, closes: 60 }), day()],
    travel: line(0, 30, 40),
  };
  const plan = (routes: number[][], more: object = {}) => ({
    routes,
    unplanned: [],
    travel: 80,
    used: 1,
    ...more,
  });
  test.each([
    [
      'late, too heavy and back late',
      plan([[0], []], { unplanned: [1], travel: 60 }),
      ['stop 0 at 30, latest 20', 'route 0 back at 90', 'route 0 carries 2'],
    ],
    [
      'without the skill',
      plan([[1], []], { unplanned: [0], travel: 80 }),
      ['stop 1 on route 0', 'route 0 back at 110'],
    ],
    ['twice', plan([[], [1, 1]], { unplanned: [0] }), ['stop 1 twice']],
    ['planned and not', plan([[], [1]], { unplanned: [0, 1] }), ['stop 1 planned and unplanned']],
    ['gone', plan([[], [1]]), ['1 stops are gone']],
    ['wrong sum', plan([[], [1]], { unplanned: [0], travel: 79 }), ['travel 79, driven 80']],
    ['wrong count', plan([[], [1]], { unplanned: [0], used: 2 }), ['routes used']],
  ])('tells: %s', (_, wrong, faults) => {
    expect(faultsOf(problem, wrong)).toEqual(faults);
  });
});
