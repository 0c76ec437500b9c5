/** The cells of a file of stock, by themselves. */
import { expect, test } from 'vitest';
import { planListImport } from './list-import.ts';
import { stockImportList } from './stock-import.ts';

const idOf = (kind: string, name: string) => (kind === 'sku' ? 7 : name === 'Shelf' ? 3 : undefined);
const nothing = { skuId: 7, inventoryLocationId: 3, quantity: 0, serials: [], least: null, most: null };
/** What a row changes where nothing lies, or why it is left out. */
function read(head: string, cells: string) {
  const records = [{ id: 1, active: true, values: nothing }];
  const plan = planListImport(stockImportList, `SKU,Location,${head}\nPUMP,Shelf,${cells}\n`, records, idOf);
  if (!plan.ok) throw new Error(plan.code);
  const [row] = plan.rows;
  return row!.reasons.length > 0 ? row!.reasons.map(({ code }) => code) : row!.values;
}

test('serial numbers stand with a space or a semicolon between; one that holds such a mark stands in quotation marks', () => {
  for (const cell of ['A1;B2', 'B2 A1', '" A1 ;  B2 "', '"A1\nB2"']) {
    expect(read('Serials', cell), cell).toEqual({ quantity: 20_000, serials: ['A1', 'B2'] });
  }
  expect(read('On hand,Serials', '2,"A1 ""B 2"""')).toEqual({ quantity: 20_000, serials: ['A1', 'B 2'] });
  expect(read('Serials', '"""B;2"" A1"')).toEqual({ quantity: 20_000, serials: ['A1', 'B;2'] });
});

test('amounts are read as spreadsheets write them; a comma before anything but thousands is refused', () => {
  expect(read('On hand', '"1,250.5"')).toEqual({ quantity: 12_505_000 });
  for (const cell of ['"1,5"', '-1', '1e3', 'two', '1.00001'])
    expect(read('On hand', cell), cell).toEqual(['invalid']);
});

test('empty cells say nothing; a level needs both its amounts', () => {
  expect(read('On hand,Serials,Least,Most', ',,,')).toEqual({});
  expect(read('Least,Most', '1,2')).toEqual({ least: 10_000, most: 20_000 });
  expect(read('Least', '1')).toEqual(['missing']);
});
