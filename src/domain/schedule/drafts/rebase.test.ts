import { describe, expect, test } from 'vitest';
import { ANA, BEN, CLEO, crew, foldDraft, hours, moved, parked, placed, visit } from './draft.fixture.ts';
import { type DraftVisit, moveBetween } from './draft-move.ts';
import { movesOnDay } from './fold.ts';
import { rebase } from './rebase.ts';
import { keptAgainst, netMoves } from './steps.ts';

const nine = hours(9, 10);
const live = visit(1, nine, ANA);
const later = moved(live, hours(11, 12), ANA);
const toBen = moved(live, nine, BEN);
const now = (change: Partial<DraftVisit>): DraftVisit => ({ ...live, ...change });

test('a move on a visit nobody touched fits', () => {
  expect(rebase(later, live)).toEqual({ kind: 'fits', span: hours(11, 12), crew: [ANA], lane: null });
  expect(rebase(toBen, live)).toEqual({ kind: 'fits', span: nine, crew: [BEN], lane: null });
});

test('who gave the visit to somebody else did not touch its time: both are carried out', () => {
  expect(rebase(later, now({ assignments: crew(CLEO) }))).toEqual({
    kind: 'fits',
    span: hours(11, 12),
    crew: [CLEO],
    lane: null,
  });
  expect(rebase(toBen, now(hours(13, 14)))).toEqual({
    kind: 'fits',
    span: hours(13, 14),
    crew: [BEN],
    lane: null,
  });
});

test('a colleague sent along by others stays, whoever the draft exchanges', () => {
  expect(rebase(toBen, now({ assignments: crew(ANA, CLEO) }))).toMatchObject({
    kind: 'fits',
    crew: [CLEO, BEN],
  });
});

test('the same thing changed by others stands, and the move says which it was', () => {
  expect(rebase(later, now(hours(8, 9)))).toEqual({ kind: 'moved', time: true, crew: false, lane: false });
  expect(rebase(toBen, now({ assignments: crew(CLEO) }))).toEqual({
    kind: 'moved',
    time: false,
    crew: true,
    lane: false,
  });
});

test('what others did just so is there already', () => {
  expect(rebase(later, now(hours(11, 12)))).toEqual({ kind: 'there' });
  expect(rebase(toBen, now({ assignments: crew(BEN) }))).toEqual({ kind: 'there' });
});

test.each([
  ['gone', undefined],
  ['canceled', now({ status: 'Canceled' })],
  ['begun', now({ status: 'Working', assignments: [{ technicianId: ANA, status: 'Working' }] })],
  ['begun', now({ status: 'Scheduled', assignments: [{ technicianId: ANA, status: 'Done' }] })],
  ['begun', now({ status: 'Done' })],
] as const)('a visit that is %s takes no move', (kind, changed) => {
  expect(rebase(later, changed)).toEqual({ kind });
});

describe('a holding lane', () => {
  const LANE = 71;
  const toLane = moveBetween(live, parked(live, LANE))!;
  const standing = parked(live, LANE);
  const given = moveBetween(standing, placed(standing, nine, [BEN]))!;
  const out = moveBetween(standing, { ...standing, holdingLaneId: null })!;
  const changed = (what: object) => ({ kind: 'moved', time: false, crew: false, lane: false, ...what });

  test('is gone into and out of, and given from, as the draft has it', () => {
    expect(toLane).toMatchObject({ crew: { from: [ANA], to: [] }, lane: { from: null, to: LANE } });
    expect(rebase(toLane, live)).toEqual({ kind: 'fits', span: nine, crew: [], lane: LANE });
    expect(rebase(out, standing)).toEqual({ kind: 'fits', span: nine, crew: [], lane: null });
    expect(rebase(given, standing)).toEqual({ kind: 'fits', span: nine, crew: [BEN], lane: null });
    expect(rebase(toLane, standing)).toEqual({ kind: 'there' });
  });

  test('is left as it is by a move of the time, whichever it is by now', () => {
    const anHourOn = moveBetween(standing, { ...standing, ...hours(10, 11) })!;
    expect(anHourOn.lane).toBeUndefined();
    expect(rebase(anHourOn, parked(live, 72))).toMatchObject({ kind: 'fits', lane: 72, crew: [] });
  });

  test('takes nobody off whom others sent meanwhile, and nobody is sent to what others parked', () => {
    const loose = visit(1, nine);
    const looseToLane = moveBetween(loose, parked(loose, LANE))!;
    expect(rebase(looseToLane, now({ assignments: crew(BEN) }))).toEqual(changed({ crew: true }));
    expect(rebase(toLane, now({ assignments: crew(ANA, CLEO) }))).toEqual(changed({ crew: true }));
    const looseToBen = moveBetween(loose, placed(loose, nine, [BEN]))!;
    expect(rebase(looseToBen, standing)).toEqual(changed({ lane: true }));
    expect(rebase(given, parked(live, 72))).toEqual(changed({ lane: true }));
  });

  test('stands in so many words: then the draft takes off whom others sent, and sends to what they parked', () => {
    const others = now({ assignments: crew(CLEO) });
    const [kept] = keptAgainst([{ moves: [toLane] }], toLane, others)[0]!.moves;
    expect(rebase(kept!, others)).toEqual({ kind: 'fits', span: nine, crew: [], lane: LANE });
    const [sent] = keptAgainst([{ moves: [toBen] }], toBen, standing)[0]!.moves;
    expect(rebase(sent!, standing)).toEqual({ kind: 'fits', span: nine, crew: [BEN], lane: null });
  });

  test('there and back is nothing', () => {
    const back = moveBetween(standing, live)!;
    expect(netMoves([{ moves: [toLane] }, { moves: [back] }])).toEqual([]);
  });
});

test('of a day only the visits whose moves fit are other than live; the rest are the same objects', () => {
  const [one, two, three] = [live, visit(2, nine, BEN), visit(3, hours(14, 15))];
  const steps = [{ moves: [later, moved(two, hours(15, 16), BEN), moved(visit(9, nine), hours(10, 11))] }];
  const day = [one, { ...two, ...hours(7, 8) }, three];
  const folded = foldDraft(day, steps);
  expect(folded[0]).toMatchObject(hours(11, 12));
  expect(folded[1]).toBe(day[1]);
  expect(folded[2]).toBe(three);
  expect(movesOnDay(new Map(day.map((was) => [was.id, was])), steps).map((each) => each.now.kind)).toEqual([
    'fits',
    'moved',
    'gone',
  ]);
});
