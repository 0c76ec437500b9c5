/** Files of thousands of rows: they ask the database no more often than files of one. */
import { expect, test } from 'vitest';
import type { ImportChecked, ListImported } from '#contract/list-imported.ts';
import type { Transaction } from '#db/database.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { remembering } from '#testing/statements.ts';
import { checkSkuImport, importSkus } from '../skus/import.ts';
import { checkStockImport, importStock } from '../skus/import-stock.ts';
import { undo } from '../undo/command.ts';
import { checkVendorImport, importVendors } from '../vendors/import.ts';
import type { CommandContext } from '../write/context.ts';

type File = { csv: string };
type Lists = {
  check: (tx: Transaction, file: File) => Promise<ImportChecked>;
  write: (tx: Transaction, context: CommandContext, file: File & { seen: string }) => Promise<ListImported>;
};
const VENDORS: Lists = { check: checkVendorImport, write: importVendors };
const SKUS: Lists = { check: checkSkuImport, write: importSkus };
const STOCK: Lists = { check: checkStockImport, write: importStock };
/** More than are written by a plan for few (write/save.ts). */
const MANY = 600;
/** A step of many rows says twice for each kind how its update is to be planned. */
const PLANNING = 4;

const expectAsFew = (many: readonly number[], one: readonly number[]) => {
  for (const [at, asked] of many.entries()) expect(asked).toBeLessThanOrEqual(one[at]! + PLANNING);
};

const vendors = (rows: number, word: string) =>
  [
    'Name,Street,City,Phone,Memo,External key,Remit to',
    'Bank,1 A St,Quincy,,,BANK,',
    ...Array.from(
      { length: rows },
      (_, at) =>
        `${word} ${at},${at} Dock St,Quincy,617 555 0134,${word},V-${at},${word === 'First' ? '' : 'Bank'}`,
    ),
  ].join('\n');
const skus = (rows: number, word: string) =>
  [
    'Code,Name,Kind,Unit,Cost,Serial numbers',
    ...Array.from(
      { length: rows },
      (_, at) => `PART-${at},${word} ${at},Material,each,${at}.25,${at % 2 ? 'yes' : ''}`,
    ),
  ].join('\n');
const stock = (rows: number, count: number) =>
  [
    'SKU,Location,On hand,Serials,Least,Most',
    ...Array.from({ length: rows }, (_, at) =>
      at % 2 ? `PART-${at},Shelf,1,S${count}-${at},1,${count}` : `PART-${at},Shelf,${count},,1,${count}`,
    ),
  ].join('\n');

eachEngine('files of many rows', (database) => {
  const counted = <T>(company: Company, work: (tx: Transaction, context: CommandContext) => Promise<T>) =>
    database().transaction({ tenantId: company.tenantId }, async (tx) => {
      const asked = remembering(tx);
      const { actor } = company.person('admin');
      const context = { actor, now: company.clock.now(), requestId: 'test', address: '127.0.0.1' };
      return { answer: await work(asked.tx, context), statements: asked.statements.length };
    });
  /** How often the database is asked to check and to write a file. */
  async function bring(company: Company, { check, write }: Lists, csv: string) {
    const checked = await counted(company, (tx) => check(tx, { csv }));
    const { seen, counts } = checked.answer;
    const written = await counted(company, (tx, context) => write(tx, context, { csv, seen }));
    expect([counts.reject, written.answer.isWritten]).toEqual([0, true]);
    return {
      asked: [checked.statements, written.statements],
      operationId: written.answer.operationId!,
      counts,
    };
  }
  const takeBack = async (company: Company, operationId: number) =>
    (await counted(company, (tx, context) => undo(tx, context, { operationId }))).statements;

  test.each([
    ['vendors', VENDORS, vendors],
    ['SKUs', SKUS, skus],
  ] as const)(
    '%s: new ones, changed ones and their undo take as many statements for thousands as for one',
    async (_, list, file) => {
      const [small, large] = [await makeCompany(database()), await makeCompany(database(), 2)];
      const one = [await bring(small, list, file(1, 'First')), await bring(small, list, file(1, 'Second'))];
      const many = [
        await bring(large, list, file(MANY - 1, 'First')),
        await bring(large, list, file(MANY - 1, 'Second')),
      ];
      for (const at of [0, 1]) expectAsFew(many[at]!.asked, one[at]!.asked);
      expect(many[1]!.counts.update).toBeGreaterThan(MANY - 3);
      for (const at of [1, 0]) {
        expectAsFew(
          [await takeBack(large, many[at]!.operationId)],
          [await takeBack(small, one[at]!.operationId)],
        );
      }
    },
  );

  test('stock: counts with numbers and levels take as many statements for thousands as for two', async () => {
    const [small, large] = [await makeCompany(database()), await makeCompany(database(), 2)];
    for (const [company, rows] of [
      [small, 2],
      [large, MANY],
    ] as const) {
      await bring(company, SKUS, skus(rows, 'First'));
      await company.person('admin').call('purchasing.create', {
        key: `shelf ${rows}`,
        body: { kind: 'inventoryLocation', values: { name: 'Shelf', kind: 'Warehouse' } },
      });
    }
    for (const count of [3, 4]) {
      const two = await bring(small, STOCK, stock(2, count));
      const many = await bring(large, STOCK, stock(MANY, count));
      expectAsFew(many.asked, two.asked);
      expect(many.counts.update).toBe(MANY);
      expectAsFew([await takeBack(large, many.operationId)], [await takeBack(small, two.operationId)]);
    }
  });
});
