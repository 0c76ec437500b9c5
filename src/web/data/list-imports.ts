/** Files of vendors, SKUs and stock: checked by the server, written as they were checked, taken out again. */
import { mutationOptions } from '@tanstack/react-query';
import { urlOf } from '#contract/client.ts';
import type { ImportChecked, ListImported } from '#contract/list-imported.ts';
import { api } from '../lib/api.ts';
import { skuKeys } from './sku-names.ts';
import { vendorKeys } from './vendor-names.ts';
import { write } from './write.ts';

type Written =
  | 'vendors.import'
  | 'skus.import'
  | 'skus.importStock'
  | 'purchaseOrders.import'
  | 'bills.import'
  | 'receivables.import';
type Checked =
  | 'vendors.checkImport'
  | 'skus.checkImport'
  | 'skus.checkStockImport'
  | 'purchaseOrders.checkImport'
  | 'bills.checkImport'
  | 'receivables.checkImport';

const importOf = (checking: Checked, writing: Written, stale: readonly string[]) => ({
  check: () =>
    mutationOptions<ImportChecked, Error, { csv: string }>({
      mutationKey: [checking],
      mutationFn: ({ csv }) => api.call(checking, { body: { csv } }),
    }),
  write: () =>
    write<{ csv: string; seen: string }, ListImported>({
      key: [writing],
      send: ({ csv, seen }, { idempotencyKey }) => api.call(writing, { body: { csv, seen }, idempotencyKey }),
      stale: () => [stale, ['history'], ['operations']],
    }),
});
export type ListImport = ReturnType<typeof importOf>;

export const listImports = {
  vendors: importOf('vendors.checkImport', 'vendors.import', vendorKeys.all),
  skus: importOf('skus.checkImport', 'skus.import', skuKeys.all),
  orders: importOf('purchaseOrders.checkImport', 'purchaseOrders.import', ['purchaseOrders']),
  bills: importOf('bills.checkImport', 'bills.import', ['bills']),
  opening: importOf('receivables.checkImport', 'receivables.import', ['invoices']),
  stock: importOf('skus.checkStockImport', 'skus.importStock', skuKeys.all),
};

/** The list as a file with the columns an import reads: a plain link, downloads are GET and need no header (R14). */
export const listFileUrls = {
  vendors: urlOf('vendors.export'),
  skus: urlOf('skus.export'),
  stock: urlOf('skus.exportStock'),
  opening: urlOf('receivables.importTemplate'),
};
