import { expect, test } from 'vitest';
import { cents, quantity } from '../money.ts';
import { makeInvoiceCard, makeItem } from './card.fixture.ts';
import { decideFollowing } from './follow-work.ts';

const whole = makeItem({ source: 'Receipt', sourceId: 5 });
const part = makeItem({ id: 2, source: 'Receipt', sourceId: 6, shareFrom: cents(0), shareTo: cents(50) });
const used = makeItem({ id: 3, source: 'JobPart', sourceId: 5 });
const items = [whole, part, used];
const left = (fives: number, sixes: number) =>
  new Map([
    [5, quantity(fives)],
    [6, quantity(sixes)],
  ]);

test('an item goes with what it asks for, and with more or less of it asks for that', () => {
  expect(decideFollowing(makeInvoiceCard({}, items), 'Receipt', left(0, 30_000))).toEqual({
    ok: true,
    value: [{ ...whole, active: false }, part, used],
  });
  expect(decideFollowing(makeInvoiceCard({}, items), 'Receipt', left(20_000, 0))).toEqual({
    ok: true,
    value: [{ ...whole, quantity: 20_000 }, { ...part, active: false }, used],
  });
});

test('what is posted or paid for does not change behind anybody’s back', () => {
  const codeOf = (card: ReturnType<typeof makeInvoiceCard>) => {
    const decided = decideFollowing(card, 'Receipt', left(0, 0));
    return decided.ok ? null : decided.refusal.code;
  };
  expect(codeOf(makeInvoiceCard({ syncStatus: 'Posted' }, items))).toBe('invoice.not_in_status');
  expect(codeOf(makeInvoiceCard({}, items, 31_000))).toBe('invoice.below_applied');
});
