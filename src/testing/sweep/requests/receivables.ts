/** For every route of `contract/routes/receivables.ts` a request that succeeds. */
import type { receivables } from '#contract/routes/receivables.ts';
import type { Ground } from '../ground.ts';
import { fresh, plain, type RequestsOf } from './makers.ts';

/** An open invoice of the former system that is not here yet, of a customer whose name nobody else has. */
async function opening({ database, company, mine }: Ground): Promise<string> {
  const { job } = await company.book({ name: `Opening ${fresh()}` });
  const [names] = await database.transaction({ tenantId: 1, readOnly: true }, (tx) =>
    tx.query<{ customer: string; unit: string; account: string }>(
      `select (select name from company.customers where id = $1) as customer,
         (select name from company.business_units where id = $2) as unit,
         (select number from company.gl_accounts where id = $3) as account`,
      [job.customerId, company.businessUnitId, mine.setup.glAccount],
    ),
  );
  const { customer, unit, account } = names!;
  return `Kind,Number,Customer,Business unit,Date,Amount,GL account\nInvoice,F-${fresh()},"${customer}","${unit}",2026-10-01,120.00,${account}\n`;
}

export const receivablesRequests: RequestsOf<typeof receivables> = {
  'receivables.ageing': plain,
  'receivables.open': async ({ mine }) => ({ query: { customerId: String(mine.customerId) } }),
  'receivables.importTemplate': plain,
  'receivables.checkImport': async (ground) => ({ body: { csv: await opening(ground) } }),
  'receivables.import': async (ground) => {
    const csv = await opening(ground);
    const { seen } = await ground.company
      .person('accounting')
      .call('receivables.checkImport', { body: { csv } });
    return { body: { csv, seen } };
  },
};
