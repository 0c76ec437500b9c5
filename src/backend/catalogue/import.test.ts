/** A vendor's catalogue from a file, and into one. */
import { expect, test } from 'vitest';
import type { ListImported } from '#contract/list-imported.ts';
import { addSku, addVendor, buyer, freshKey } from '#testing/cataloguing.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { toldOf } from '#testing/list-files.ts';
import { exportCatalogue } from './import.ts';

type Of = { id: number };
const check = (office: Company, { id }: Of, csv: string) =>
  buyer(office).call('vendors.checkCatalogueImport', { params: { id }, body: { csv } });
const write = (office: Company, { id }: Of, csv: string, seen: string): Promise<ListImported> =>
  buyer(office).call('vendors.importCatalogue', { params: { id }, key: freshKey(), body: { csv, seen } });
const bring = async (office: Company, of: Of, csv: string) =>
  write(office, of, csv, (await check(office, of, csv)).seen);
const sold = async (office: Company, { id }: Of) =>
  (await buyer(office).call('vendors.catalogue', { params: { id } })).items;

eachEngine('a vendor’s catalogue by CSV', (database) => {
  async function stage() {
    const office = await makeCompany(database());
    const [ferguson, johnstone] = [await addVendor(office, 'Ferguson'), await addVendor(office, 'Johnstone')];
    for (const code of ['CAP-4505', 'FLT-16', 'PEX']) await addSku(office, code);
    return { office, ferguson, johnstone };
  }
  const out = async ({ tenantId }: Company, { id }: Of) => {
    const { download } = await database().transaction({ tenantId, readOnly: true }, (tx) =>
      exportCatalogue(tx, id),
    );
    let text = '';
    for await (const chunk of download.chunks) text += chunk;
    return text;
  };
  const FILE = [
    'SKU,Part number,Cost,Lead time,Price breaks,Preferred,Shelf',
    'cap-4505,B45,12.10,2,10: 10.90; 50: 9.85,yes,A1',
    'FLT-16,F16,6.35,,,no,A2',
  ].join('\n');

  test('is checked, written, and the same file again changes nothing; so does its own', async () => {
    const { office, ferguson } = await stage();
    const checked = await check(office, ferguson, FILE);
    expect([toldOf(checked), checked.ignored]).toEqual([['2 create', '3 create'], ['Shelf']]);
    expect(await sold(office, ferguson)).toEqual([]);
    await write(office, ferguson, FILE, checked.seen);
    const items = await sold(office, ferguson);
    expect(
      items.map(({ skuCode, cost, leadDays, preferred }) => [skuCode, cost, leadDays, preferred]),
    ).toEqual([
      ['CAP-4505', 121_000, 2, true],
      ['FLT-16', 63_500, null, false],
    ]);
    expect(items[0]!.priceBreaks).toEqual([
      { from: 100_000, cost: 109_000 },
      { from: 500_000, cost: 98_500 },
    ]);
    for (const again of [FILE, await out(office, ferguson)]) {
      const { operationId, check: told } = await bring(office, ferguson, again);
      expect([operationId, told.counts.unchanged]).toEqual([null, 2]);
    }
    expect(await sold(office, ferguson)).toEqual(items);
  });

  test('a row that cannot be taken says why and is left out; the others are written', async () => {
    const { office, ferguson } = await stage();
    const csv = [
      'SKU,Cost,Lead time,Least,Price breaks',
      'CAP-4505,12.10,2,1,',
      'NOBODY,1,,,',
      ',1,,,',
      'FLT-16,,,,',
      'FLT-16,"1,5",soon,0,50: 3',
      'FLT-16,5,,,50: 3; 10: 4',
      'PEX,5,,,ten: 3',
      'cap-4505,1,,,',
    ].join('\n');
    expect(toldOf(await check(office, ferguson, csv))).toEqual([
      '2 create',
      '3 reject unknown_name',
      '4 reject missing',
      '5 reject missing',
      '6 reject unreadable invalid invalid repeated',
      '7 reject repeated',
      '8 reject unreadable',
      '9 reject repeated',
    ]);
    expect(toldOf(await check(office, ferguson, 'SKU,Cost,Price breaks\nPEX,5,50: 3; 10: 4'))).toEqual([
      '2 reject catalogue.breaks_out_of_order',
    ]);
    expect((await check(office, ferguson, 'Cost\n1')).problem).toMatchObject({
      code: 'no_name_column',
      column: 'SKU',
    });
    await bring(office, ferguson, csv);
    expect((await sold(office, ferguson)).map(({ skuCode }) => skuCode)).toEqual(['CAP-4505']);
  });

  test('changes only what it says, takes the mark of the preferred vendor, and is undone whole', async () => {
    const { office, ferguson, johnstone } = await stage();
    await bring(office, ferguson, FILE);
    await bring(office, johnstone, 'SKU,Cost\nCAP-4505,11');
    const { operationId } = await bring(office, johnstone, 'SKU,Preferred,Cost\nCAP-4505,yes,\nFLT-16,yes,6');
    const marks = async (of: Of) => (await sold(office, of)).map(({ preferred, cost }) => [preferred, cost]);
    expect(await marks(ferguson)).toEqual([
      [false, 121_000],
      [false, 63_500],
    ]);
    expect(await marks(johnstone)).toEqual([
      [true, 110_000],
      [true, 60_000],
    ]);
    await buyer(office).call('operations.undo', { body: { operationId: operationId! } });
    expect((await marks(ferguson))[0]).toEqual([true, 121_000]);
    expect(await marks(johnstone)).toEqual([[false, 110_000]]);
    // What was taken back comes in again as its old row.
    await bring(office, johnstone, 'SKU,Cost\nFLT-16,7');
    expect(await marks(johnstone)).toHaveLength(2);
  });

  test('what changed since the check is shown anew, and nothing is written; out of use takes nothing in', async () => {
    const { office, ferguson } = await stage();
    await bring(office, ferguson, FILE);
    const csv = 'SKU,Cost\nCAP-4505,13';
    const { seen } = await check(office, ferguson, csv);
    await bring(office, ferguson, 'SKU,Cost\nCAP-4505,14');
    const told = await write(office, ferguson, csv, seen);
    expect([told.isWritten, toldOf(told.check)]).toEqual([false, ['2 update']]);
    expect((await sold(office, ferguson))[0]!.cost).toBe(140_000);
    const { id, version } = await buyer(office).call('vendors.get', { params: { id: ferguson.id } });
    await buyer(office).call('vendors.update', {
      params: { id },
      body: { expected: [{ kind: 'vendor', id, version }], changes: { active: false } },
    });
    expect(toldOf(await check(office, ferguson, 'SKU,Cost\nPEX,1\nCAP-4505,15'))).toEqual([
      '2 reject catalogue.inactive_reference',
      '3 update',
    ]);
  });

  test('two who bring the same file at once: one writes, the other is told', async () => {
    const { office, ferguson } = await stage();
    const { seen } = await check(office, ferguson, FILE);
    const both = await Promise.all([1, 2].map(() => write(office, ferguson, FILE, seen)));
    expect(both.map(({ isWritten }) => isWritten).sort()).toEqual([false, true]);
    expect(await sold(office, ferguson)).toHaveLength(2);
  });
});
