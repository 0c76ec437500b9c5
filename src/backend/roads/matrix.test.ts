import { describe, expect, test } from 'vitest';
import { cellOf } from '#domain/schedule/road-times.ts';
import { answers, fakeServer } from '#testing/fake-server.ts';
import { createMatrix, minutesIn } from './matrix.ts';
import { questionsFor } from './questions.ts';

const OFFICE = cellOf({ latitude: 42.25, longitude: -71 });
const HARBOR = cellOf({ latitude: 42.3, longitude: -71.05 });
const ISLAND = cellOf({ latitude: 42.32, longitude: -70.95 });

describe('the road map', () => {
  test('is asked as OSRM is: each place once, which of them are driven from and to by number', async () => {
    const server = await fakeServer();
    server.answer = answers({ code: 'Ok', durations: [[61, null]] });
    const header = async () => ({ name: 'X-Key', value: 'the-key' });
    const matrix = createMatrix({ url: `${server.origin}/table/v1/driving/{coordinates}?key=1`, header });
    expect(await matrix.drives([OFFICE], [HARBOR, ISLAND])).toEqual([[2, null]]);
    expect(server.asked[0]).toMatchObject({
      path:
        '/table/v1/driving/-71,42.25;-71.05,42.3;-70.95,42.32' +
        '?key=1&annotations=duration&sources=0&destinations=1;2',
      headers: { 'x-key': 'the-key' },
    });
    server.answer = answers({ code: 'Ok', durations: [[0], [3600]] });
    expect(await matrix.drives([OFFICE, HARBOR], [OFFICE])).toEqual([[0], [60]]);
    expect(server.asked[1]!.path).toMatch(/driving\/-71,42.25;-71.05,42.3\?.*sources=0;1&destinations=0$/);
  });

  test('that knows a drive of more than a day, between two cities of one company, has not said anything wrong', () => {
    expect(minutesIn({ code: 'Ok', durations: [[90_000, 86_400, 0.5]] }, 1, 3)).toEqual([[null, 1_440, 1]]);
  });

  test.each([
    ['an error', { code: 'InvalidQuery', message: 'no' }],
    ['no table', { code: 'Ok' }],
    ['a row too few', { code: 'Ok', durations: [[1, 2]] }],
    [
      'a column too many',
      {
        code: 'Ok',
        durations: [
          [1, 2, 3],
          [1, 2, 3],
        ],
      },
    ],
    [
      'a word',
      {
        code: 'Ok',
        durations: [
          [1, 2],
          [1, 'far'],
        ],
      },
    ],
    [
      'a drive back in time',
      {
        code: 'Ok',
        durations: [
          [1, 2],
          [1, -61],
        ],
      },
    ],
    ['nothing', null],
  ])('that answers %s is not read', (_name, answer) => {
    expect(() => minutesIn(answer, 2, 2)).toThrow(/^unreadable: /);
  });
});

describe('what is asked for', () => {
  const all = Array.from({ length: 150 }, (_, at) => at + 1);
  const pairsIn = (questions: ReturnType<typeof questionsFor>) =>
    new Set(questions.flatMap(({ from, to }) => from.flatMap((a) => to.map((b) => `${a} ${b}`))));

  test('is every drive there and back, in questions no longer than the road map takes', () => {
    const questions = questionsFor(all, () => false, 100);
    const pairs = pairsIn(questions);
    for (const a of all) for (const b of all) if (a !== b) expect(pairs.has(`${a} ${b}`)).toBe(true);
    for (const { from, to } of questions) expect(new Set([...from, ...to]).size).toBeLessThanOrEqual(100);
  });

  test('is one row and one column when one place is new, and nothing when none is', () => {
    const questions = questionsFor(all.slice(0, 60), (from, to) => from !== 7 && to !== 7, 100);
    expect(questions.map(({ from, to }) => [from.length, to.length])).toEqual([
      [1, 60],
      [60, 1],
    ]);
    expect(pairsIn(questions).has('7 20')).toBe(true);
    expect(questionsFor(all, () => true, 100)).toEqual([]);
    expect(questionsFor([1], () => false, 100)).toEqual([]);
  });
});
