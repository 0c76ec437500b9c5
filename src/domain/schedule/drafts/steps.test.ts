import { expect, test } from 'vitest';
import { ANA, BEN, CLEO, crew, hours, moved, visit } from './draft.fixture.ts';
import { draftMoveOf } from './draft-move.ts';
import { rebase } from './rebase.ts';
import {
  keptAgainst,
  MOST_STEPS_IN_DRAFT,
  MOST_VISITS_IN_DRAFT,
  netMoves,
  withoutLast,
  withoutVisits,
  withStep,
} from './steps.ts';

const at = visit(1, hours(9, 10), ANA);
const other = visit(2, hours(9, 10), BEN);
const toTen = moved(at, hours(10, 11), ANA);
const onToBen = moved({ ...at, ...hours(10, 11) }, hours(12, 13), BEN);

test('two moves of one visit are one from where it was to where it is', () => {
  expect(netMoves([{ moves: [toTen] }, { moves: [onToBen] }])).toEqual([
    {
      appointmentId: 1,
      jobNumber: 1001,
      time: { from: hours(9, 10), to: hours(12, 13) },
      crew: { from: [ANA], to: [BEN] },
    },
  ]);
});

test('a visit moved and put back is not moved', () => {
  const back = moved({ ...at, ...hours(10, 11) }, hours(9, 10), ANA);
  expect(netMoves([{ moves: [toTen] }, { moves: [back] }])).toEqual([]);
});

test('a colleague others sent along between two moves is no part of either', () => {
  const first = moved(at, hours(9, 10), BEN);
  const withCleo = { ...at, assignments: crew(BEN, CLEO) };
  const second = moved(withCleo, hours(9, 10), ANA, CLEO);
  const third = moved({ ...at, assignments: crew(ANA, CLEO) }, hours(9, 10), 4, CLEO);
  expect(netMoves([{ moves: [first] }, { moves: [second] }])).toEqual([]);
  const [net] = netMoves([first, second, third].map((move) => ({ moves: [move] })));
  expect(rebase(net!, { ...at, assignments: crew(ANA, CLEO) })).toMatchObject({
    kind: 'fits',
    crew: [CLEO, 4],
  });
});

test('the last step is taken back whole, however many visits it moved', () => {
  const steps = [{ moves: [toTen] }, { moves: [onToBen, moved(other, hours(11, 12), BEN)] }];
  expect(withoutLast(steps)).toEqual([{ moves: [toTen] }]);
  expect(withoutLast([])).toEqual([]);
});

test('visits that leave the draft take all their moves along', () => {
  const steps = [{ moves: [toTen] }, { moves: [onToBen, moved(other, hours(11, 12), BEN)] }];
  expect(netMoves(withoutVisits(steps, new Set([1]))).map((move) => move.appointmentId)).toEqual([2]);
  expect(withoutVisits(steps, new Set([1, 2]))).toEqual([]);
});

test('a plan kept against others’ starts from where the visit is now', () => {
  const theirs = { ...at, ...hours(8, 9), assignments: crew(CLEO) };
  const [mine] = netMoves([{ moves: [toTen] }, { moves: [onToBen] }]);
  expect(rebase(mine!, theirs).kind).toBe('moved');
  const [kept] = netMoves(keptAgainst([{ moves: [toTen] }, { moves: [onToBen] }], mine!, theirs));
  expect(rebase(kept!, theirs)).toEqual({ kind: 'fits', span: hours(12, 13), crew: [BEN], lane: null });
});

test('a draft is full at as many visits as one step publishes; moving one of them again is no more', () => {
  const moves = Array.from({ length: MOST_VISITS_IN_DRAFT }, (_, n) =>
    moved(visit(n + 1, hours(9, 10)), hours(10, 11)),
  );
  const full = withStep([], moves);
  if (!full.ok) throw new Error(full.refusal.code);
  expect(withStep(full.value, [moved(visit(999, hours(9, 10)), hours(10, 11))])).toMatchObject({
    refusal: { code: 'draft.full', params: { most: MOST_VISITS_IN_DRAFT } },
  });
  expect(withStep(full.value, [moved(visit(1, hours(10, 11)), hours(11, 12))]).ok).toBe(true);
});

test('who moves one visit to and fro all day loses what can be taken back, not the plan', () => {
  let steps: Parameters<typeof withStep>[0] = [];
  for (let n = 0; n <= MOST_STEPS_IN_DRAFT; n++) {
    const [from, to] = n % 2 === 0 ? [9, 10] : [10, 9];
    const next = withStep(steps, [moved(visit(1, hours(from, from + 1)), hours(to, to + 1))]);
    if (next.ok) steps = next.value;
  }
  expect(steps).toHaveLength(1);
  expect(netMoves(steps)).toMatchObject([{ time: { from: hours(9, 10), to: hours(10, 11) } }]);
});

test('a proposal for several visits is a draft’s moves: who is named comes and goes, who is not stays', () => {
  const pair = visit(3, hours(9, 10), ANA, BEN);
  const move = draftMoveOf(pair, {
    appointmentId: 3,
    ...hours(9, 10),
    technicians: [{ from: ANA, to: CLEO }],
  });
  expect(move).toEqual({
    appointmentId: 3,
    jobNumber: 1003,
    time: null,
    crew: { from: [ANA, BEN], to: [BEN, CLEO] },
  });
  expect(draftMoveOf(pair, { appointmentId: 3, ...hours(9, 10), technicians: [] })).toBeNull();
});
