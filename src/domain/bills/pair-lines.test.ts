/** Which line of the order a line of the paper is for (domain-rules §6). */
import { expect, test } from 'vitest';
import { cents, quantity, unitPrice } from '../money.ts';
import { type OrderedLine, type PaperLine, pairLines } from './pair-lines.ts';

const ordered = (lineId: number, changes: Partial<OrderedLine> = {}): OrderedLine => ({
  lineId,
  vendorPartNumber: `HS-10${lineId}`,
  skuCode: `PUMP-${lineId}`,
  description: `Pump ${lineId}`,
  cost: unitPrice(500_000),
  ...changes,
});
const paper = (changes: Partial<PaperLine>): PaperLine => ({
  vendorPartNumber: '',
  skuCode: '',
  description: '',
  quantity: quantity(10_000),
  cost: unitPrice(500_000),
  amountCents: cents(5_000),
  ...changes,
});
const paired = (lines: Partial<PaperLine>[], of: OrderedLine[]) =>
  pairLines(lines.map(paper), of).map(({ lineId }) => lineId);

test.each([
  ['their part number, however it is written', { vendorPartNumber: 'hs 102' }, 2],
  ['our code', { skuCode: 'Pump 2' }, 2],
  ['the very words', { description: 'PUMP 2' }, 2],
  ['their part number before any words', { vendorPartNumber: 'HS-101', description: 'Pump 2' }, 1],
  ['our code where their number is unknown', { vendorPartNumber: 'X', skuCode: 'PUMP-2' }, 2],
  ['words that are only like it: nothing is guessed', { description: 'Pump two' }, null],
  ['nothing at all', {}, null],
] as const)('by %s', (_, line, expected) => {
  expect(paired([line], [ordered(1), ordered(2)])).toEqual([expected]);
});

test('two lines of the same article go to two lines of the order, each to the one at its cost', () => {
  const same = { vendorPartNumber: 'A-1' };
  const of = [ordered(1, same), ordered(2, { ...same, cost: unitPrice(400_000) })];
  expect(paired([{ ...same, cost: unitPrice(400_000) }, same], of)).toEqual([2, 1]);
});

test('a line written once too often is for the same line again: more than was ordered, as the match will say', () => {
  expect(paired([{ skuCode: 'PUMP-1' }, { skuCode: 'PUMP-1' }], [ordered(1)])).toEqual([1, 1]);
});

test.each([
  ['each of another article', () => ({})],
  ['all of one article at one cost', () => ({ vendorPartNumber: 'A-1', skuCode: 'A', description: 'Same' })],
  [
    'all of one article, each at another cost',
    (at: number) => ({ vendorPartNumber: 'A-1', cost: unitPrice(500_000 + at) }),
  ],
] as const)(
  '300 lines of a paper against 300 of the order, %s, are no 90,000 looks at them',
  (_, changes) => {
    let looks = 0;
    const watched = (line: OrderedLine): OrderedLine =>
      new Proxy(line, {
        get(target, name, receiver) {
          looks += 1;
          return Reflect.get(target, name, receiver);
        },
      });
    const numbers = Array.from({ length: 300 }, (_, at) => at + 1);
    const of = numbers.map((id) => watched(ordered(id, changes(id))));
    const lines = numbers.map((id) => ({ vendorPartNumber: `HS-10${id}`, ...changes(id) })).toReversed();
    expect(new Set(paired(lines, of)).size).toBe(300);
    expect(looks).toBeLessThan(300 * 12);
  },
);
