/** Stock on hand by CSV, over the whole way of a command (issue 5, part 0). */
import { expect, test } from 'vitest';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { listFiles, toldOf } from '#testing/list-files.ts';
import { exportStock } from './import-stock.ts';

let keys = 0;
const key = () => `stock-import-${++keys}`;
const buyer = (office: Company) => office.person('purchasing');
const files = listFiles('skus.checkStockImport', 'skus.importStock', exportStock);
const add = (office: Company, code: string, more: object = {}) =>
  buyer(office).call('skus.create', { key: key(), body: { code, name: code, kind: 'Material', ...more } });
const place = (office: Company, name: string) =>
  office.person('admin').call('purchasing.create', {
    key: key(),
    body: { kind: 'inventoryLocation', values: { name, kind: 'Warehouse' } },
  });
/** "3 at Shelf, least 1 most 4": what lies and should lie. */
const lying = async (office: Company, id: number) =>
  (await buyer(office).call('skus.get', { params: { id } })).stock.map(
    ({ place: at, onHand, serials, level }) =>
      [onHand / 10_000, at, ...serials, ...(level ? [level.least / 10_000, level.most / 10_000] : [])].join(
        ' ',
      ),
  );

eachEngine('stock by CSV', (database) => {
  async function office() {
    const made = await makeCompany(database());
    await place(made, 'Shelf');
    await place(made, 'Truck 1');
    const { sku: pipe } = await add(made, 'PEX', { unit: 'ft' });
    const { sku: pump } = await add(made, 'PUMP', { serialized: true });
    await add(made, 'LABOR', { kind: 'Service' });
    return { made, pipe, pump };
  }
  const CSV = [
    'SKU;Location;On hand;Serials;Least;Most',
    'pex;shelf;1,250.5;;100;500',
    'PEX;Truck 1;20;;;',
    'PUMP;Shelf;2;"A1;B 2";;',
    'PUMP;Truck 1;;C3;1;2',
  ].join('\n');

  test('counts and levels are written; out and in again changes nothing; only the levels are undone', async () => {
    const { made, pipe, pump } = await office();
    expect(toldOf(await files.check(made, CSV))).toEqual([
      '2 update',
      '3 update',
      // Without quotation marks "B 2" is two numbers.
      '4 reject stock.serials_missing',
      '5 update',
    ]);
    const { operationId } = await files.bring(made, CSV.replace('"A1;B 2"', '"A1 ""B 2"""'));
    expect(await lying(made, pipe.id)).toEqual(['1250.5 Shelf 100 500', '20 Truck 1']);
    expect(await lying(made, pump.id)).toEqual(['2 Shelf A1 B 2', '1 Truck 1 C3 1 2']);
    const { items } = await buyer(made).call('skus.movements', { params: { id: pipe.id } });
    expect(items.map(({ kind, memo }) => [kind, memo])).toEqual([
      ['Count', 'Imported'],
      ['Count', 'Imported'],
    ]);
    const out = await files.out(made, database());
    const again = await files.check(made, out);
    expect([again.counts, again.ignored]).toEqual([{ create: 0, update: 0, unchanged: 4, reject: 0 }, []]);
    expect((await files.bring(made, out)).operationId).toBeNull();
    await buyer(made).call('operations.undo', { body: { operationId: operationId! } });
    expect(await lying(made, pipe.id)).toEqual(['1250.5 Shelf', '20 Truck 1']);
    // A level that was taken away is set again.
    await files.bring(made, 'SKU,Location,Least,Most\nPEX,Shelf,1,2');
    expect(await lying(made, pipe.id)).toEqual(['1250.5 Shelf 1 2', '20 Truck 1']);
  });

  test('a refused row says what the dialogs would; the others are written', async () => {
    const { made, pipe, pump } = await office();
    await files.bring(made, 'SKU,Location,On hand,Serials\nPUMP,Shelf,1,A1');
    const csv = [
      'SKU,Location,On hand,Serials,Least,Most',
      'PEX,Shelf,7,,,',
      'PEX,shelf,8,,,',
      'NONE,Shelf,1,,,',
      'PEX,Nowhere,1,,,',
      'LABOR,Shelf,1,,,',
      'PUMP,Truck 1,1,A1,,',
      'PEX,Truck 1,"1,5",,5,3',
      ',Truck 1,1,,5,',
    ].join('\n');
    expect(toldOf(await files.check(made, csv))).toEqual([
      '2 update',
      '3 reject repeated',
      '4 reject unknown_name',
      '5 reject unknown_name',
      '6 reject stock.not_kept',
      '7 reject stock.serial_elsewhere',
      '8 reject invalid',
      '9 reject missing missing',
    ]);
    const levels = 'SKU,Location,Least,Most\nPEX,Shelf,5,3\nPEX,Truck 1,5,\nLABOR,Shelf,1,2';
    expect(toldOf(await files.check(made, levels))).toEqual([
      '2 reject stock.most_below_least',
      '3 reject missing',
      '4 reject stock.not_kept',
    ]);
    await files.bring(made, csv);
    expect(await lying(made, pipe.id)).toEqual(['7 Shelf']);
    // Counted out of one place first, a number is free for the next row.
    await files.bring(made, 'SKU,Location,On hand,Serials\nPUMP,Shelf,0,\nPUMP,Truck 1,1,A1');
    expect(await lying(made, pump.id)).toEqual(['1 Truck 1 A1']);
  });

  test('a count of somebody else since the check is not written over', async () => {
    const { made, pipe } = await office();
    await files.bring(made, 'SKU,Location,On hand\nPEX,Shelf,7');
    const csv = 'SKU,Location,On hand\nPEX,Shelf,9';
    const { seen } = await files.check(made, csv);
    const { stock } = await buyer(made).call('skus.get', { params: { id: pipe.id } });
    await buyer(made).call('skus.count', {
      params: { id: pipe.id },
      key: key(),
      body: { inventoryLocationId: stock[0]!.inventoryLocationId, quantity: 80_000 },
    });
    expect(await files.write(made, csv, seen)).toMatchObject({ isWritten: false });
    expect(await lying(made, pipe.id)).toEqual(['8 Shelf']);
  });
});
