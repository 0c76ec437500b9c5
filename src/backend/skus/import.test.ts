/** SKUs by CSV, over the whole way of a command (issue 5, part 0). */
import { expect, test } from 'vitest';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { listFiles, toldOf } from '#testing/list-files.ts';
import { exportSkus } from './import.ts';

let keys = 0;
const key = () => `sku-import-${++keys}`;
const buyer = (office: Company) => office.person('purchasing');
const files = listFiles('skus.checkImport', 'skus.import', exportSkus);
const all = async (office: Company) => (await buyer(office).call('skus.list')).items;
const byCode = async (office: Company, code: string) => {
  const id = (await all(office)).find((one) => one.code === code)!.id;
  return buyer(office).call('skus.get', { params: { id } });
};
const account = (office: Company, number: string) =>
  office.person('admin').call('books.create', {
    key: key(),
    body: { kind: 'glAccount', values: { number, name: 'Parts', kind: 'Asset' } },
  });
const shelf = async (office: Company) =>
  (
    await office.person('admin').call('purchasing.create', {
      key: key(),
      body: { kind: 'inventoryLocation', values: { name: 'Shelf', kind: 'Warehouse' } },
    })
  ).record.id;

eachEngine('SKUs by CSV', (database) => {
  const company = () => makeCompany(database());
  const CSV = [
    'Code,Name,Kind,Unit,Cost,Taxable,Serial numbers,GL account,Description,External key',
    'PUMP-1,Pump,Equipment,,"$1,250.50",yes,yes,1400,"For sumps, 18""",P-1',
    'PEX,Pipe,material,ft,0.8725,no,,,,',
    '00123,=Filter,Service,each,,,no,,,',
  ].join('\n');

  test('every field is taken over; out and in again changes nothing; one undo takes all back', async () => {
    const office = await company();
    await account(office, '1400');
    const { operationId } = await files.bring(office, CSV);
    expect(await byCode(office, 'PUMP-1')).toMatchObject({
      kind: 'Equipment',
      unit: 'each',
      cost: 12_505_000,
      serialized: true,
      glAccountName: '1400 Parts',
      description: 'For sumps, 18"',
      externalKey: 'P-1',
      version: 1,
    });
    expect(await byCode(office, 'PEX')).toMatchObject({ unit: 'ft', cost: 8_725, taxable: false });
    expect(await byCode(office, '00123')).toMatchObject({ name: '=Filter', cost: 0, taxable: true });
    const same = { create: 0, update: 0, unchanged: 3, reject: 0 };
    expect((await files.check(office, CSV)).counts).toEqual(same);
    expect((await files.bring(office, CSV)).operationId).toBeNull();
    const out = await files.out(office, database());
    const again = await files.check(office, out);
    expect([again.counts, again.ignored]).toEqual([same, []]);
    await buyer(office).call('operations.undo', { body: { operationId: operationId! } });
    expect(await all(office)).toEqual([]);
    expect((await files.check(office, 'Code,In use\npump-1,yes\nPEX,')).counts).toMatchObject({
      update: 1,
      unchanged: 1,
    });
    await buyer(office).call('operations.redo', { body: {} });
    expect(await all(office)).toHaveLength(3);
  });

  test('a refused row says what the form would; the others are written', async () => {
    const office = await company();
    await files.bring(office, 'Code,Name,Kind\nOLD,Old,Material\nKEYED,Keyed,Material');
    const old = await byCode(office, 'OLD');
    await buyer(office).call('skus.count', {
      params: { id: old.id },
      key: key(),
      body: { inventoryLocationId: await shelf(office), quantity: 10_000 },
    });
    const csv = [
      'Code,Name,Kind,Cost,Serial numbers,GL account,In use',
      'GOOD,Good,Material,1,,,',
      'good,Twice,Material,1,,,',
      'BAD,,Thing,"1,5",,9999,',
      'NUMBERED,Numbered,Service,1,yes,,',
      'OLD,Old,Equipment,0,,,yes',
      'OLD,Old,Material,0,,,no',
    ].join('\n');
    expect(toldOf(await files.check(office, csv))).toEqual([
      '2 create',
      '3 reject repeated',
      '4 reject unreadable unknown_name missing invalid',
      '5 reject sku.service_serialized',
      '6 reject sku.kind_fixed',
      '7 reject repeated',
    ]);
    expect(toldOf(await files.check(office, 'Code,In use\nOLD,no'))).toEqual(['2 reject sku.in_stock']);
    await files.bring(office, csv);
    expect((await all(office)).map(({ code }) => code)).toEqual(['GOOD', 'KEYED', 'OLD']);
    expect(toldOf(await files.check(office, 'Code,External key\nGOOD,K\nOLD,K'))).toEqual([
      '2 update',
      '3 reject repeated',
    ]);
  });

  test('what is no table is told whole, and nothing is written', async () => {
    const office = await company();
    const problemOf = async (csv: string) => (await files.check(office, csv)).problem;
    expect(await problemOf('')).toMatchObject({ code: 'no_rows' });
    expect(await problemOf('Code,Name,Kind\n')).toMatchObject({ code: 'no_rows' });
    expect(await problemOf('Name,Kind\nx,Material')).toMatchObject({
      code: 'no_name_column',
      column: 'Code',
    });
    expect(await problemOf('Code,Name,code\nA,B,C')).toMatchObject({ code: 'twin_columns', column: 'code' });
    expect(await problemOf('Code,Name\n"A,B\n')).toMatchObject({ code: 'quote_not_closed', line: 2 });
    expect(await problemOf(`Code\n${'A\n'.repeat(10_001)}`)).toMatchObject({
      code: 'too_many',
      line: 10_002,
    });
    const { seen } = await files.check(office, '');
    expect(await files.write(office, '', seen)).toMatchObject({ isWritten: false });
  });

  test('what somebody changed since the check is shown again instead of written over', async () => {
    const office = await company();
    await files.bring(office, 'Code,Name,Kind,Cost\nPUMP-1,Pump,Material,5');
    const csv = 'Code,Cost\nPUMP-1,6\nNEW,7';
    const { seen } = await files.check(office, csv);
    const { id, version } = await byCode(office, 'PUMP-1');
    await office.person('admin').call('skus.update', {
      params: { id },
      body: { expected: [{ kind: 'sku', id, version }], changes: { cost: 90_000 } },
    });
    expect(await files.write(office, csv, seen)).toMatchObject({ isWritten: false });
    expect((await byCode(office, 'PUMP-1')).cost).toBe(90_000);
    const made = 'Code,Name,Kind\nNEW,New,Material';
    const both = await Promise.all([1, 2].map(() => files.bring(office, made)));
    expect(both.some(({ isWritten }) => isWritten)).toBe(true);
    expect(await all(office)).toHaveLength(2);
  });
});
