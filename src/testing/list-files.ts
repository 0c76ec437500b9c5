/** Files brought into a list of an office: checked, written as they were checked, and taken out again. */
import type { ImportChecked, ListImported } from '#contract/list-imported.ts';
import type { Database, Transaction } from '#db/database.ts';
import type { Company } from './company.ts';

type Check = 'vendors.checkImport' | 'skus.checkImport' | 'skus.checkStockImport';
type Write = 'vendors.import' | 'skus.import' | 'skus.importStock';
type Out = (tx: Transaction) => Promise<{ readonly download: { readonly chunks: AsyncIterable<string> } }>;

export type ListOfFiles = {
  readonly check: (office: Company, csv: string) => Promise<ImportChecked>;
  readonly write: (office: Company, csv: string, seen: string) => Promise<ListImported>;
  /** Checked and written by the same person. */
  readonly bring: (office: Company, csv: string) => Promise<ListImported>;
  readonly out: (office: Company, database: Database) => Promise<string>;
};

let keys = 0;

export function listFiles(checking: Check, writing: Write, out: Out): ListOfFiles {
  const buyer = (office: Company) => office.person('purchasing');
  const check: ListOfFiles['check'] = (office, csv) => buyer(office).call(checking, { body: { csv } });
  const write: ListOfFiles['write'] = (office, csv, seen) =>
    buyer(office).call(writing, { key: `list-file-${++keys}`, body: { csv, seen } });
  return {
    check,
    write,
    bring: async (office, csv) => write(office, csv, (await check(office, csv)).seen),
    out: async ({ tenantId }, database) => {
      const { download } = await database.transaction({ tenantId, readOnly: true }, (tx) => out(tx));
      let text = '';
      for await (const chunk of download.chunks) text += chunk;
      return text;
    },
  };
}

/** "3 reject vendor.email_needed": the line, its fate and why. */
export const toldOf = ({ rows }: ImportChecked): string[] =>
  rows
    .map(({ line, fate, reasons }) =>
      [line, fate, ...reasons.map(({ code, refusal }) => refusal?.code ?? code)].join(' '),
    )
    .sort();
