import { expect, test } from 'vitest';
import { gridRules } from '../../../parts/line-grid/grid-state.ts';
import { ITEM_GRID } from './item-grid.ts';
import { blankRow, type FoundSku, rowOf } from './item-row.ts';
import { ITEM, LISTS } from './items.fixture.ts';
import { editsOf, faultsOf, totalsOfRows } from './items-to-send.ts';
import { itemsPasted } from './pasted-items.ts';
import { readSigned } from './read-signed.ts';

const rules = gridRules(ITEM_GRID);
const filter: FoundSku = {
  skuId: 8,
  code: 'FLT-16',
  name: 'Filter 16 × 25',
  unit: 'each',
  kind: 'Material',
  price: 245_000,
  taxable: true,
  glAccountId: 2,
};

test('an item takes a code and a quantity; the price book says the rest, and Enter goes to the next', () => {
  let state = rules.startOf([], true, LISTS);
  const send = (event: Parameters<typeof rules.next>[1]) => {
    state = rules.next(state, event);
  };
  send({ type: 'typed', text: 'flt' });
  send({ type: 'step', step: 'onward' });
  expect(state.at).toEqual({ row: 0, cell: 'quantity' });
  send({
    type: 'found',
    key: state.rows[0]!.key,
    text: 'flt',
    sku: { ...filter, price: null, taxable: null },
  });
  // What its own page says of it comes a moment later.
  send({ type: 'offered', key: state.rows[0]!.key, sku: filter });
  send({ type: 'typed', text: '4' });
  send({ type: 'step', step: 'onward' });
  expect(state.at).toEqual({ row: 1, cell: 'code' });
  expect(editsOf([], rules.linesIn(state), [], LISTS).items).toEqual([
    {
      id: null,
      kind: 'Material',
      skuId: 8,
      description: 'Filter 16 × 25',
      quantity: 40_000,
      price: 245_000,
      taxable: true,
      glAccountId: 2,
    },
  ]);
});

test('what nobody knows of a SKU is left to the server; what is text needs words', () => {
  const row = { ...blankRow('new 0'), skuId: 8, code: 'FLT-16', quantity: '1' };
  expect(editsOf([], [row], [], LISTS).items).toEqual([
    { id: null, kind: 'Other', skuId: 8, quantity: 10_000 },
  ]);
  const nameless = { ...blankRow('new 1'), price: '20' };
  expect([...faultsOf([nameless], LISTS).get('new 1')!.keys()]).toEqual(['description']);
});

test('only the cells somebody changed are sent', () => {
  const row = { ...rowOf(ITEM, LISTS), price: '90', technician: 'ana' };
  expect(editsOf([ITEM], [row], [], LISTS)).toEqual({
    items: [{ id: 11, price: 900_000, technicianId: 5 }],
    removed: [],
  });
  expect(editsOf([ITEM], [rowOf(ITEM, LISTS)], [], LISTS).items).toEqual([]);
});

test('an account that is out of use stays where nobody touches it', () => {
  const none = { accounts: [], technicians: [] };
  const row = { ...rowOf(ITEM, none), quantity: '2' };
  expect(faultsOf([row], none, [ITEM]).size).toBe(0);
  expect(editsOf([ITEM], [row], [], none).items).toEqual([{ id: 11, quantity: 20_000 }]);
});

test('an unknown account, a person nobody knows and a half yes are wrong at their cells', () => {
  const row = { ...rowOf(ITEM, LISTS), account: '9', technician: 'Bob', taxable: 'perhaps', price: 'x' };
  expect([...faultsOf([row], LISTS, [ITEM]).get('item 11')!.keys()].sort()).toEqual([
    'account',
    'price',
    'taxable',
    'technician',
  ]);
});

test('totals are those of the server: tax per line, a discount below none, exempt lines left out', () => {
  const rates = [{ name: 'State', base: 'Subtotal' as const, rate: 62_500 }];
  const rows = [
    rowOf(ITEM, LISTS),
    { ...blankRow('new 0'), description: 'Exempt', price: '10', taxable: 'no' },
    { ...blankRow('new 1'), description: 'Less', price: '(25.00)', taxable: 'yes' },
    { ...blankRow('new 2'), description: 'Half typed', price: 'x' },
  ];
  expect(totalsOfRows(rows, rates)).toEqual({ subtotalCents: 85_00, taxCents: 4_69, totalCents: 89_69 });
});

test.each([
  ['84.10', 841_000],
  ['-25', -250_000],
  ['(1,250.50)', -12_505_000],
  ['$12', 120_000],
  ['0', 0],
  ['-0', 0],
])('%s is a figure', (typed, value) => expect(readSigned(typed)).toBe(value));

test.each(['', 'x', '(12', '12)', '1.23456', '--1'])('“%s” is none', (typed) =>
  expect(readSigned(typed)).toBeNaN(),
);

test('a spreadsheet is item, quantity, price, description; codes alone are one of each', () => {
  expect(itemsPasted('FLT-16\t2\t24.50\tFilter\n').rows[0]).toMatchObject({
    code: 'FLT-16',
    quantity: '2',
    price: '24.50',
    description: 'Filter',
  });
  expect(itemsPasted('Item\tTaxable\nFLT-16\tno\n').rows[0]).toMatchObject({
    code: 'FLT-16',
    quantity: '1',
    taxable: 'no',
  });
});
