/** The page's arithmetic: lines side by side, sums, how far a bill is. */
import { describe, expect, test } from 'vitest';
import type { BillCardView } from '#contract/bill.ts';
import type { Day } from '#domain/time.ts';
import {
  cardWith,
  DEAR,
  DISCREPANCY,
  difference,
  figures,
  HEATER,
  LINES,
  PUMPS,
  STAMP,
} from './bill-card.fixture.ts';
import { billSpine } from './bill-spine.ts';
import { differencesInOrder, matchRows } from './match-rows.ts';
import { matchTotals } from './match-totals.ts';

const rowsOf = (card: BillCardView) =>
  matchRows(card).rows.map(({ description, written, expectedCents, offCents }) => [
    description,
    written?.amountCents ?? null,
    expectedCents,
    offCents,
  ]);
const totalsOf = (card: BillCardView) =>
  matchTotals(card).map(({ word, billed, expected }) => [word, billed, expected]);

describe('lines side by side', () => {
  test('without a paper, what its receipt lets expect', () => {
    expect(rowsOf(cardWith())).toEqual([
      ['Pump', null, 20_000, null],
      ['Heater', null, 10_000, null],
    ]);
  });
  test('with it, at the order’s cost as much as is billed, came and is not billed elsewhere', () => {
    const billed = figures([{ ...DEAR, quantity: 60_000, amountCents: 315_00 }]);
    expect(rowsOf(cardWith({ billed }))).toEqual([['Pump', 31_500, 20_000, 11_500]]);
    const lines = LINES.map((line) => ({ ...line, before: 30_000 }));
    expect(rowsOf(cardWith({ billed: figures([PUMPS]) }, { lines }))).toEqual([
      ['Pump', 20_000, 5_000, 15_000],
    ]);
  });
  test('less than came is billed in parts, and nothing differs', () => {
    const billed = figures([{ ...PUMPS, quantity: 10_000, amountCents: 50_00 }]);
    expect(rowsOf(cardWith({ billed }))).toEqual([['Pump', 5_000, 5_000, 0]]);
    expect(matchRows(cardWith({ billed })).others.map(({ description }) => description)).toEqual(['Heater']);
  });
  test('a line split in two is one line; its cost is told where both say the same', () => {
    const half = { ...PUMPS, quantity: 20_000, amountCents: 100_00 };
    const [same] = matchRows(cardWith({ billed: figures([half, half]) })).rows;
    expect(same!.written).toEqual({ quantity: 40_000, cost: 500_000, amountCents: 20_000 });
    const [other] = matchRows(cardWith({ billed: figures([half, { ...half, cost: 1 }]) })).rows;
    expect(other!.written!.cost).toBeNull();
  });
  test('what nobody ordered stands below, with its difference; tax and freight come last', () => {
    const fee = { ...PUMPS, lineId: null, description: 'Pallet', quantity: 10_000, amountCents: 7_00 };
    const strange = difference({ key: 'notOrdered:1', kind: 'notOrdered', lineId: null, cents: 7_00 });
    const freight = difference({ key: 'freight', kind: 'freight', lineId: null });
    const card = cardWith(
      { billed: figures([DEAR, fee]) },
      { differences: [difference(), strange, freight] },
    );
    expect(matchRows(card).strange).toMatchObject([
      { description: 'Pallet', offCents: 700, differences: [{ key: 'notOrdered:1' }] },
    ]);
    expect(differencesInOrder(card).map(({ key }) => key)).toEqual(['price:11', 'notOrdered:1', 'freight']);
  });
  test('a credit makes good and differs from nothing', () => {
    const back = { ...PUMPS, quantity: -40_000, amountCents: -200_00 };
    const card = cardWith(
      { kind: 'Credit', expected: figures([back]), billed: figures([back]), payableCents: -200_00 },
      { differences: [difference()] },
    );
    expect(rowsOf(card)).toEqual([['Pump', -20_000, -20_000, 0]]);
    expect(differencesInOrder(card)).toEqual([]);
    expect(totalsOf(card)[0]).toEqual(['Lines', -20_000, -20_000]);
  });
});

test('sums: what is too much of tax and freight the rules say, what is less is told as less', () => {
  expect(totalsOf(cardWith())).toEqual([
    ['Lines', null, 30_000],
    ['Tax', null, 0],
    ['Freight', null, 0],
    ['Total', null, 30_000],
  ]);
  expect(totalsOf(DISCREPANCY)).toEqual([
    ['Lines', 31_000, 30_000],
    ['Tax', 0, 0],
    ['Freight', 2_500, 0],
    ['Total', 33_500, 30_000],
  ]);
  const billed = figures([PUMPS, HEATER], { taxCents: 18_75, freightCents: 9_00 });
  const expected = figures([PUMPS, HEATER], { freightCents: 15_00 });
  expect(totalsOf(cardWith({ billed, expected })).slice(1, 3)).toEqual([
    ['Tax', 1_875, 1_875],
    ['Freight', 900, 1_500],
  ]);
});

describe('how far it is', () => {
  const spine = (card: BillCardView) =>
    billSpine(card, { zone: 'America/New_York', today: '2026-11-23' as Day }).map(
      ({ label, detail, state }) => [label, detail, state],
    );
  test('it waits for its paper, then for words on what differs, then for the books', () => {
    expect(spine(cardWith()).map(([label, , state]) => [label, state])).toEqual([
      ['Waiting for paper', 'part'],
      ['Matched', 'todo'],
      ['Reconciled', 'todo'],
      ['Posted', 'todo'],
      ['Exported', 'todo'],
      ['Paid', 'todo'],
    ]);
    expect(spine(DISCREPANCY).slice(0, 2)).toEqual([
      ['Paper is here', 'of Fri 20 Nov', 'done'],
      ['Discrepancy', '2 of 2 open', 'part'],
    ]);
  });
  test('reconciled it says by whom, what is to be credited, and what is paid of it', () => {
    const claim = difference({ isOpen: false, verdict: 'credit' });
    const card = cardWith(
      {
        billed: figures([DEAR, HEATER]),
        reconciled: STAMP,
        claims: [claim],
        syncStatus: 'Posted',
        paidCents: 100_00,
      },
      { differences: [claim] },
    );
    expect(spine(card).slice(1)).toEqual([
      ['Matched', '1 settled, 1 to be credited', 'done'],
      ['Reconciled', 'Joan Okafor, Mon 23 Nov 10:00', 'done'],
      ['Posted', '–', 'done'],
      ['Exported', '–', 'todo'],
      ['Paid', '$100.00 of $300.00', 'part'],
    ]);
  });
  test('canceled it ends there', () => {
    expect(spine(cardWith({ canceled: STAMP })).map(([label]) => label)).toEqual(['Canceled']);
  });
});
