/** The paper while it is typed: its arithmetic, what is wrong of it, its keys, what is pasted. */
import { describe, expect, test } from 'vitest';
import { EXPECTED, figures, LINES, PUMPS } from '../bill-card.fixture.ts';
import { cellAfter } from './entry-keys.ts';
import {
  amountOf,
  amountText,
  type EntryRow,
  linesToSend,
  rowsToEnter,
  strangeRow,
  totalOf,
  typedInto,
  wrongIn,
} from './entry-rows.ts';
import { withPasted } from './pasted-figures.ts';
import { entryWrong } from './use-entry.ts';

const cellsOf = (row: EntryRow) => [row.description, row.quantity, row.cost, amountText(row)];

describe('what is typed', () => {
  test('begins with what is expected; the order’s other lines are blank and not sent', () => {
    const rows = rowsToEnter(LINES, figures([EXPECTED.lines[1]!]));
    expect(rows.map(cellsOf)).toEqual([
      ['Heater', '1', '100.00', '100.00'],
      ['Pump', '', '50.00', ''],
    ]);
    expect(linesToSend(rows)).toEqual([
      { lineId: 12, description: 'Heater', quantity: 10_000, cost: 1_000_000, amountCents: 100_00 },
    ]);
  });
  test('an amount follows quantity and cost until it is typed over, and again once it is cleared', () => {
    const [pumps] = rowsToEnter(LINES, figures([PUMPS]));
    const dearer = typedInto(pumps!, 'cost', '52.5');
    expect(amountText(dearer)).toBe('210.00');
    const over = typedInto(dearer, 'amount', '209.99');
    expect(amountOf(typedInto(over, 'quantity', '9'))).toBe(209_99);
    expect(amountText(typedInto(over, 'amount', ''))).toBe('210.00');
  });
  test('is added up with tax and freight as far as it can be read', () => {
    const rows = rowsToEnter(LINES, EXPECTED);
    expect(totalOf({ rows, tax: '18.75', freight: '$1,025' })).toBe(300_00 + 18_75 + 1025_00);
    const unread = [typedInto(rows[0]!, 'quantity', 'four'), rows[1]!];
    expect(totalOf({ rows: unread, tax: 'x', freight: '' })).toBe(100_00);
  });
});

describe('what is wrong', () => {
  const wrong = (row: EntryRow) => [...(wrongIn([row]).get(row.key)?.keys() ?? [])];
  const [pumps] = rowsToEnter(LINES, EXPECTED);
  test('is said at its cell; a line that is not billed is not wrong', () => {
    expect(wrong(pumps!)).toEqual([]);
    expect(wrong(typedInto(pumps!, 'quantity', ''))).toEqual([]);
    expect(wrong(typedInto(pumps!, 'quantity', 'four'))).toEqual(['quantity']);
    expect(wrong(typedInto(pumps!, 'cost', '-1'))).toEqual(['cost']);
    expect(wrong(typedInto(pumps!, 'amount', '1.234'))).toEqual(['amount']);
    expect(wrong(strangeRow(1))).toEqual([]);
    expect(wrong(strangeRow(1, { amount: '7' }))).toEqual(['description', 'quantity']);
    expect(wrong(strangeRow(1, { description: 'x'.repeat(5_000), quantity: '1' }))).toEqual(['description']);
  });
  test('of the paper as a whole: its number where it is needed, its day, its lines', () => {
    const draft = {
      rows: [strangeRow(0)],
      vendorInvoiceNumber: ' ',
      billDate: '',
      tax: 'x',
      freight: '',
      made: 1,
    };
    expect(Object.keys(entryWrong(draft, true).head)).toEqual([
      'vendorInvoiceNumber',
      'billDate',
      'tax',
      'lines',
    ]);
    const whole = { ...draft, rows: [pumps!], billDate: '2026-11-20', tax: '' };
    expect(entryWrong(whole, false)).toEqual({ head: {}, rows: new Map() });
  });
});

test('keys lead from cell to cell; inside a text they are the text’s', () => {
  const where = { rows: 30, columns: 3, isAtStart: false, isAtEnd: false };
  const press = (key: string, more: object = {}, at = { row: 4, column: 1 }) =>
    cellAfter({ key, shiftKey: false, isMod: false, altKey: false, ...more }, at, { ...where, ...more });
  expect([press('Enter'), press('Enter', { shiftKey: true })]).toEqual([
    { row: 5, column: 1 },
    { row: 3, column: 1 },
  ]);
  expect([press('ArrowUp')?.row, press('ArrowDown')?.row, press('PageDown')?.row]).toEqual([3, 5, 14]);
  expect([press('ArrowLeft'), press('ArrowRight')]).toEqual([null, null]);
  expect(press('ArrowLeft', { isAtStart: true })).toEqual({ row: 4, column: 0 });
  expect(press('ArrowRight', { isAtEnd: true })).toEqual({ row: 4, column: 2 });
  expect(press('Home', { isMod: true })).toEqual({ row: 0, column: 0 });
  expect(press('End', { isMod: true })).toEqual({ row: 29, column: 2 });
  // At the edge, and with keys that mean something else, nothing moves.
  expect(press('ArrowUp', {}, { row: 0, column: 1 })).toBeNull();
  expect([
    press('a'),
    press('Tab'),
    press('Enter', { isMod: true }),
    press('Enter', { altKey: true }),
  ]).toEqual([null, null, null, null]);
});

test('a piece of a spreadsheet goes down and to the right; what is beyond the lines was not ordered', () => {
  const rows = rowsToEnter(LINES, EXPECTED);
  const after = withPasted(rows, { row: 1, cell: 'quantity' }, '2\t99.50\n1\t7\t7.00\tmore', 5);
  expect(after.made).toBe(6);
  expect(after.rows.map(cellsOf)).toEqual([
    ['Pump', '4', '50.00', '200.00'],
    ['Heater', '2', '99.50', '199.00'],
    ['', '1', '7', '7.00'],
  ]);
  const named = withPasted(rows, { row: 1, cell: 'description' }, 'Theirs\t3\nPallet\t1\t7', 0);
  expect(named.rows.slice(1).map(cellsOf)).toEqual([
    ['Heater', '3', '100.00', '300.00'],
    ['Pallet', '1', '7', '7.00'],
  ]);
});
