import { describe, expect, test } from 'vitest';
import type { DifferenceKind } from '#domain/bills/bill.ts';
import { differenceText } from './difference-text.ts';

const pump = {
  lineId: 11,
  position: 1,
  description: 'Pump',
  skuCode: 'P-1',
  vendorPartNumber: '',
  unit: 'each',
  cost: 500_000,
  ordered: 40_000,
  received: 40_000,
  before: 0,
};
const wrote = (count: number, cost: number, amountCents = Math.round((count * cost) / 1_000_000)) => ({
  lineId: 11 as number | null,
  description: 'Their pump',
  quantity: count,
  cost,
  amountCents,
});
type Said = {
  units?: number | null;
  cents: number;
  key?: string;
  lines?: readonly ReturnType<typeof wrote>[];
  line?: Partial<typeof pump>;
  taxCents?: number;
  freightCents?: number;
};
const say = (kind: DifferenceKind, { units = null, cents, key, lines = [], line, ...charges }: Said) =>
  differenceText(
    {
      key: key ?? `${kind}:11`,
      kind,
      lineId: kind === 'notOrdered' || kind === 'tax' || kind === 'freight' ? null : 11,
      units,
      cents,
      verdict: null,
      isOpen: true,
    },
    { taxCents: 0, freightCents: 0, ...charges, lines },
    [{ ...pump, ...line }],
  );

describe('a price', () => {
  test('higher or lower, each against the order’s', () => {
    expect(say('price', { cents: 400, lines: [wrote(40_000, 510_000)] })).toBe(
      'The vendor asks 4.00 more than ordered for 4 × Pump: 51.00 each instead of 50.00.',
    );
    expect(say('price', { cents: -400, lines: [wrote(40_000, 490_000)] })).toBe(
      'The vendor asks 4.00 less than ordered for 4 × Pump: 49.00 each instead of 50.00.',
    );
  });
  test('of a unit that is said, to the fourth place', () => {
    const line = { unit: 'ft', description: 'Pipe', cost: 8_725, ordered: 10_000_000 };
    expect(say('price', { cents: 125, line, lines: [wrote(10_000_000, 8_850)] })).toBe(
      'The vendor asks 1.25 more than ordered for 1,000 ft of Pipe: 0.885 per ft instead of 0.8725.',
    );
  });
  test('an amount typed over its price, and a line split at two prices, are told by their sums', () => {
    expect(say('price', { cents: 1_000, lines: [wrote(40_000, 500_000, 21_000)] })).toBe(
      'The vendor asks 10.00 more than ordered for 4 × Pump: 210.00 instead of 200.00.',
    );
    expect(say('price', { cents: 200, lines: [wrote(20_000, 500_000), wrote(20_000, 510_000)] })).toBe(
      'The vendor asks 2.00 more than ordered for 4 × Pump: 202.00 instead of 200.00.',
    );
  });
});

describe('quantities', () => {
  test('more than was ordered, with what is billed already', () => {
    expect(say('quantity', { units: 10_000, cents: 5_000, lines: [wrote(50_000, 500_000)] })).toBe(
      '1 × Pump too many, 50.00: 4 were ordered, 5 are billed here.',
    );
    expect(
      say('quantity', {
        units: 10_000,
        cents: 5_000,
        line: { before: 40_000 },
        lines: [wrote(10_000, 500_000)],
      }),
    ).toBe('1 × Pump too many, 50.00: 4 were ordered, 4 were billed before, 1 is billed here.');
  });
  test('more than came, where more came than was ordered', () => {
    expect(
      say('quantity', {
        units: 10_000,
        cents: 5_000,
        line: { ordered: 10_000, received: 50_000 },
        lines: [wrote(60_000, 500_000)],
      }),
    ).toBe('1 × Pump too many, 50.00: 1 was ordered and 5 came, 6 are billed here.');
  });
  test('billed and not here: of a line in part, or of all of it', () => {
    expect(say('notReceived', { units: 20_000, cents: 10_000, lines: [wrote(100_000, 500_000)] })).toBe(
      '2 of 10 × Pump were billed and have not come: 100.00.',
    );
    expect(say('notReceived', { units: 10_000, cents: 5_000, lines: [wrote(10_000, 500_000)] })).toBe(
      '1 × Pump was billed and has not come: 50.00.',
    );
    const line = { unit: 'ft', description: 'Pipe' };
    expect(say('notReceived', { units: 25_000, cents: 250, line, lines: [wrote(30_000, 10_000)] })).toBe(
      '2.5 of 3 ft of Pipe were billed and have not come: 2.50.',
    );
  });
});

test('what nobody ordered is called as the vendor calls it, also without a word', () => {
  const strange = { ...wrote(30_000, 70_000, 2_100), lineId: null, description: 'Pallet\nfee' };
  expect(
    say('notOrdered', { key: 'notOrdered:1', units: 30_000, cents: 2_100, lines: [strange, strange] }),
  ).toBe('3 × Pallet fee were never ordered: 21.00.');
  const [blank] = [{ ...strange, quantity: 10_000, description: ' ' }];
  expect(say('notOrdered', { key: 'notOrdered:0', units: 10_000, cents: 2_100, lines: [blank!] })).toBe(
    '1 × Something was never ordered: 21.00.',
  );
});

test('tax and freight: never agreed, more, or less than that', () => {
  expect(say('freight', { cents: 2_500, freightCents: 2_500 })).toBe('Freight 25.00 was never agreed.');
  expect(say('freight', { cents: 1_000, freightCents: 2_500 })).toBe(
    'Freight of 25.00 is 10.00 more than the 15.00 agreed.',
  );
  expect(say('tax', { cents: 300, taxCents: 300 })).toBe('Tax 3.00 was never expected.');
  expect(say('tax', { cents: 3, taxCents: 1_253 })).toBe('Tax of 12.53 is 0.03 more than the 12.50 due.');
  expect(say('tax', { cents: -250, taxCents: 1_000 })).toBe('Tax of 10.00 is 2.50 less than the 12.50 due.');
});

test('a line that is not on the order any more is told without it', () => {
  const bare = { key: 'price:99', lineId: 99, units: 10_000, verdict: null, isOpen: true } as const;
  const paper = { lines: [], taxCents: 0, freightCents: 0 };
  const kinds = ['price', 'quantity', 'notReceived'] as const;
  expect(kinds.map((kind) => differenceText({ ...bare, kind, cents: 1_250 }, paper, []))).toEqual([
    'The vendor asks 12.50 more than ordered.',
    '12.50 is billed for more than was ordered.',
    '12.50 is billed for what has not come.',
  ]);
});
