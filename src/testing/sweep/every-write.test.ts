import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { RECORDS, type RecordKind } from '#backend/write/records.ts';
import { type EndpointName, endpointNames, endpoints } from '#contract/endpoints.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { eachEngine } from '../databases.ts';
import { type Ground, makeGround } from './ground.ts';
import { REQUESTS } from './requests.ts';
import { send } from './send.ts';

/** Tables that follow from records in the same command, or are histories themselves: each with what tells of it. */
const FOLLOWS: Readonly<Record<string, string>> = {
  'company.assignments': 'the field `technicians` of its appointment',
  'company.occupancy': 'appointment, time off, event',
  'company.counters': 'the numbers of what was made',
  'company.history': 'itself',
  'company.changes': 'the feed of what was changed',
  'company.search_words': 'the names of customers',
  'company.address_points': 'the address of its place',
  'company.timesheet_stamps': 'the stamps of its appointment',
  'company.stock_movements': 'the field `stock` of its SKU, and the ledger is its own history',
  'company.stock_serials': 'the ledger',
  'company.job_materials': 'the field `materials` of its job',
  'company.parts_in_seen': 'the field `partsIn` of its job',
  'company.orders_kept': 'the field `kept` of its order',
  'company.purchase_order_lines': 'the field `lines` of its order',
  'company.purchase_receipts': 'the field `receipts` of its order',
  'company.purchase_receipt_lines': 'the field `receipts` of its order',
  'company.vendor_return_lines': 'the field `lines` of its return',
  'company.ap_payment_lines': 'the field `lines` of its payment',
  'company.ar_entries': 'the invoice, item or payment it is of: the ledger is its own history',
  'company.ar_applications': 'the payment or credit that is applied',
  'company.posting_batches': 'the documents in it, each with its history',
  'company.posting_entries': 'the document it is of',
  'company.sku_cost_entries': 'the bill that was accepted',
  'company.customer_mails': 'the audit row of its step: what was sent stays in it as it was',
  'company.customer_mail_papers': 'its e-mail',
  'company.statements': 'the audit row of its step: what it said is never changed',
  'company.purchase_order_sends': 'the field `sends` of its order',
  'company.window_counters': 'the appointments it counts',
  'company.board_drafts': 'the audit row of its step: a plan, no record of the work',
  'company.order_templates': 'the audit row of its step: a form to begin with, no record of the work',
  'company.imports': 'the audit row of its step',
  'company.import_rows': 'the audit row of its step',
  'company.import_changes': 'the records it wrote, each with its history',
  'company.import_links': 'the records it wrote, each with its history',
};

const tablesOf = async (database: Database): Promise<string[]> => {
  const rows = await database.transaction({ tenantId: 'system', readOnly: true }, (tx) =>
    tx.query<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables where schemaname = 'company' order by 1`,
    ),
  );
  return rows.map(({ name }) => name);
};
const kindOf = (table: string) =>
  (Object.keys(RECORDS) as RecordKind[]).find((kind) => RECORDS[kind].table === table);

/** The number the next transaction will have: rows written from now on carry it or a later one. */
async function nextTransaction(database: Database): Promise<number> {
  const [row] = await database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query<{ id: string }>('select pg_current_xact_id()::text as id'),
  );
  return Number(row!.id) + 1;
}

/** Rows written since whose present version no row of history tells of. */
async function untold(database: Database, since: number, tables: readonly string[]) {
  const found: string[] = [];
  await database.transaction({ tenantId: 'system', readOnly: true }, async (tx) => {
    for (const table of tables) {
      const kind = kindOf(table);
      const rows = await tx.query<{ id: Id; told: boolean }>(
        kind
          ? `select t.id, exists (select from company.history h where h.tenant_id = t.tenant_id
               and h.record_kind = $2 and h.record_id = t.id and h.version = t.version) as told
             from ${table} t where t.xmin::text::bigint >= $1`
          : `select 0 as id, $2 in (select unnest($3::text[])) as told from ${table} t where t.xmin::text::bigint >= $1 limit 1`,
        kind ? [since, kind] : [since, table, Object.keys(FOLLOWS)],
      );
      found.push(...rows.filter(({ told }) => !told).map(({ id }) => `${table} ${id}`));
    }
  });
  return found;
}

/** What an import goes on with after its answer is part of its step. */
const importsAtRest = (database: Database) =>
  vi.waitFor(
    async () => {
      const busy = await database.transaction({ tenantId: 'system', readOnly: true }, (tx) =>
        tx.query(`select id from company.imports where status in ('Checking', 'Running', 'Undoing')`),
      );
      expect(busy).toEqual([]);
    },
    { interval: 10, timeout: 30_000 },
  );

/** They change nothing of the company: sessions, users, views, each with its audit row (roles.test.ts). */
const OF_THE_OFFICE = /^(session|users|views|events)\./;
const writes = endpointNames.filter(
  (name: EndpointName) => endpoints[name].method !== 'GET' && !OF_THE_OFFICE.test(name),
);

eachEngine(
  'every write',
  (database) => {
    let ground: Ground;
    let tables: string[];
    beforeAll(async () => {
      ground = await makeGround(database());
      tables = await tablesOf(database());
    });
    afterAll(() => ground?.close());

    test.each(writes)('%s leaves no record changed that history does not tell of', async (name) => {
      const call = await REQUESTS[name](ground, 'admin');
      const since = await nextTransaction(database());
      const answer = await send(ground.as('admin'), name, call);
      expect(answer.status, await answer.clone().text()).toBeLessThan(300);
      await importsAtRest(database());
      expect(await untold(database(), since, tables)).toEqual([]);
    });

    test('a record changed past the one place that writes is found', async () => {
      const since = await nextTransaction(database());
      await database().transaction({ tenantId: 1 }, (tx) =>
        tx.query('update company.jobs set summary = $1, version = version + 1 where id = $2', [
          'by hand',
          ground.mine.card.job.id,
        ]),
      );
      expect(await untold(database(), since, tables)).toEqual([`company.jobs ${ground.mine.card.job.id}`]);
    });
  },
  { emptied: false },
);
