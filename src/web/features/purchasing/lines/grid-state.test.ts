import { describe, expect, test } from 'vitest';
import { MOST_LINES } from '#domain/purchasing/purchase-order.ts';
import { gridOf, motor, withOffer } from './grid.fixture.ts';
import { linesIn } from './grid-state.ts';
import { blankRow, type Row, rowOf } from './line-row.ts';

const onOrder = (id: number): Row =>
  rowOf({
    id,
    position: id,
    skuId: 7,
    skuCode: 'FRG-2231',
    unit: 'each',
    description: 'Condenser fan motor',
    vendorPartNumber: '',
    quantity: 20_000,
    cost: 841_000,
    expectedOn: null,
    stocked: true,
    serialized: false,
    active: true,
  });

test('a line takes a code, a quantity and two Enters; the SKU says the rest while one types on', () => {
  const grid = gridOf().type('frg').press('Enter');
  expect(grid.at()).toBe('0 quantity');
  grid.type('4').press('Enter');
  expect(grid.at()).toBe('1 code');
  grid.answer(0, motor);
  expect(grid.row(0)).toMatchObject({
    skuId: 7,
    code: 'FRG-2231',
    description: 'Condenser fan motor',
    quantity: '4',
    cost: '84.10',
    unit: 'each',
  });
});

test('what was looked for and not found is kept: as text, marked, and as the vendor’s number', () => {
  const grid = gridOf().type('Odd valve').press('Enter').answer(0, null);
  expect(grid.row(0)).toMatchObject({
    isNotFound: true,
    skuId: null,
    description: 'Odd valve',
    vendorPartNumber: 'Odd valve',
  });
  grid.type('2').press('Enter');
  expect(grid.at(), 'nobody knows what it costs').toBe('0 cost');
});

test('an answer to what stands there no longer is dropped', () => {
  const grid = gridOf().type('frg').press('Enter');
  const { key } = grid.row(0);
  grid.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft').type('cap');
  grid.send({ type: 'found', key, text: 'frg', sku: motor });
  expect(grid.row(0)).toMatchObject({ code: 'cap', skuId: null });
});

describe('what is proposed', () => {
  test('the vendor’s number, price by quantity and lead time go where nothing was typed', () => {
    const grid = gridOf().type('frg').press('Enter').answer(0, withOffer({}));
    expect(grid.row(0)).toMatchObject({
      quantity: '1',
      cost: '80.00',
      vendorPartNumber: 'V-9',
      expectedOn: '2026-11-28',
    });
    grid.type('10');
    expect(grid.row(0).cost).toBe('70.00');
    grid.press('Escape');
    expect(grid.row(0)).toMatchObject({ quantity: '1', cost: '80.00' });
  });
  test('a cost somebody typed stays, whatever the quantity', () => {
    const grid = gridOf()
      .type('frg')
      .press('Enter')
      .answer(0, withOffer({ minQuantity: 60_000 }));
    expect(grid.row(0).quantity, 'less of it they do not sell').toBe('6');
    grid.press('Tab').type('75').press('Shift+Tab').type('10');
    expect(grid.row(0).cost).toBe('75.00');
  });
});

describe('keys', () => {
  test('arrows and Tab go from cell to cell, Shift Tab back, Home and End to the ends', () => {
    const grid = gridOf([onOrder(1), onOrder(2)]);
    expect(grid.press('ArrowRight', 'ArrowRight').at()).toBe('0 vendorPartNumber');
    expect(grid.press('Tab', 'Tab', 'Tab', 'Tab').at()).toBe('1 code');
    expect(grid.press('Shift+Tab').at()).toBe('0 expectedOn');
    expect(grid.press('ArrowDown', 'Home').at()).toBe('1 code');
    expect(grid.press('Ctrl+End').at()).toBe('2 expectedOn');
    expect(grid.press('Ctrl+Home', 'ArrowUp', 'ArrowLeft').at()).toBe('0 code');
  });
  test('while one types, the side arrows are the text’s; after F2 too; Escape takes back', () => {
    const grid = gridOf([onOrder(1)])
      .press('ArrowRight')
      .type('Motor');
    expect(grid.press('ArrowLeft', 'Delete', 'Home').at()).toBe('0 description');
    grid.press('Escape');
    expect(grid.row(0).description).toBe('Condenser fan motor');
    expect(grid.press('F2', 'ArrowLeft').at()).toBe('0 description');
    expect(grid.press('Escape', 'ArrowLeft').at()).toBe('0 code');
  });
  test('Tab leaves the grid at its ends, so the keyboard is never held', () => {
    const grid = gridOf();
    expect(grid.press('Shift+Tab').at()).toBe('0 code');
    expect(grid.press('End', 'Tab').at()).toBe('0 expectedOn');
  });
  test('Delete takes a line off and Insert puts one in; the empty one at the end stays', () => {
    const grid = gridOf([onOrder(1), onOrder(2)]).press('Delete');
    expect(grid.state().removed).toEqual([1]);
    expect(linesIn(grid.state()).map(({ lineId }) => lineId)).toEqual([2]);
    grid.press('Insert').type('x').press('Ctrl+End', 'Delete');
    expect(grid.state().rows.map(({ code }) => code)).toEqual(['x', 'FRG-2231', '']);
    grid.send({ type: 'putBack', row: onOrder(1), index: 0 });
    expect(grid.state().removed).toEqual([]);
  });
});

test('days and figures are tidied when their cell is left; what is none stays as typed', () => {
  const grid = gridOf([onOrder(1)])
    .press('End')
    .type('12/1')
    .press('ArrowUp');
  expect(grid.row(0).expectedOn).toBe('2026-12-01');
  grid.press('Shift+Tab').type('1,250.5').press('Shift+Tab').type('two').press('Shift+Tab');
  expect(grid.row(0)).toMatchObject({ cost: '1250.50', quantity: 'two' });
});

test('once the vendor has it lines neither come nor go, and Enter is the next cell below', () => {
  const grid = gridOf([onOrder(1), onOrder(2)], false);
  expect(grid.state().rows).toHaveLength(2);
  expect(grid.press('Delete', 'Insert').state().rows).toHaveLength(2);
  expect(grid.type('3').press('Enter').at()).toBe('1 quantity');
});

test('at the most lines there may be, no empty one waits', () => {
  const rows = Array.from({ length: MOST_LINES }, (_, at) => onOrder(at + 1));
  const grid = gridOf(rows);
  expect(grid.press('Insert').state().rows).toHaveLength(MOST_LINES);
  expect(grid.press('Delete').state().rows.at(-1)).toMatchObject(blankRow('new 0'));
});

test('pasted lines take the place of the empty one, and an empty one follows', () => {
  const grid = gridOf();
  const { key: _, ...line } = { ...blankRow(''), code: 'A', quantity: '2' };
  grid.send({ type: 'bring', rows: [line, { ...line, code: 'B' }] });
  expect(grid.state().rows.map(({ code }) => code)).toEqual(['A', 'B', '']);
});
