import { expect, test } from 'vitest';
import { ANA, BEN, CLEO, crew, foldDraft, hours, moved, visit } from './draft.fixture.ts';
import type { DraftVisit } from './draft-move.ts';
import { movesOnDay } from './fold.ts';
import { rebase } from './rebase.ts';

const nine = hours(9, 10);
const live = visit(1, nine, ANA);
const later = moved(live, hours(11, 12), ANA);
const toBen = moved(live, nine, BEN);
const now = (change: Partial<DraftVisit>): DraftVisit => ({ ...live, ...change });

test('a move on a visit nobody touched fits', () => {
  expect(rebase(later, live)).toEqual({ kind: 'fits', span: hours(11, 12), crew: [ANA] });
  expect(rebase(toBen, live)).toEqual({ kind: 'fits', span: nine, crew: [BEN] });
});

test('who gave the visit to somebody else did not touch its time: both are carried out', () => {
  expect(rebase(later, now({ assignments: crew(CLEO) }))).toEqual({
    kind: 'fits',
    span: hours(11, 12),
    crew: [CLEO],
  });
  expect(rebase(toBen, now(hours(13, 14)))).toEqual({ kind: 'fits', span: hours(13, 14), crew: [BEN] });
});

test('a colleague sent along by others stays, whoever the draft exchanges', () => {
  expect(rebase(toBen, now({ assignments: crew(ANA, CLEO) }))).toMatchObject({
    kind: 'fits',
    crew: [CLEO, BEN],
  });
});

test('the same thing changed by others stands, and the move says which it was', () => {
  expect(rebase(later, now(hours(8, 9)))).toEqual({ kind: 'moved', time: true, crew: false });
  expect(rebase(toBen, now({ assignments: crew(CLEO) }))).toEqual({ kind: 'moved', time: false, crew: true });
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
