/**
 * Measures PGlite (DATA_DIR) or PostgreSQL (postgres://…) as the system of record:
 * `node src/testing/build-program.mjs load-program DATA [JOBS]` opens, migrates, loads that many jobs (default 15,000)
 * with appointment, assignment, occupancy, history and change rows, and prints seconds and resident memory per step.
 */
import { readFileSync } from 'node:fs';
import type { Database, Transaction } from '#db/database.ts';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { json } from '#db/parameters.ts';

const [data = '', count = '15000'] = process.argv.slice(2);
const TENANT = 1;
const BATCH = 1000;
const AT = '2026-11-21T17:00:00.000Z';
const SYSTEM = { tenantId: 'system', deadlineMs: 120_000 } as const;

const megabytes = (name: string): number => {
  const match = new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync('/proc/self/status', 'utf8'));
  return Math.round(Number(match?.[1]) / 1024);
};

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const result = await work();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(2);
  console.log(
    `${name.padEnd(34)} ${seconds.padStart(7)} s  ${megabytes('VmRSS')} MB (peak ${megabytes('VmHWM')})`,
  );
  return result;
}

const save = (tx: Transaction, table: string, rows: object[]) =>
  tx.query(
    `insert into ${table} (${Object.keys(rows[0]!)
      .map((column) => `"${column}"`)
      .join(', ')})
     select ${Object.keys(rows[0]!)
       .map((column) => `"${column}"`)
       .join(', ')} from jsonb_populate_recordset(null::${table}, $1)`,
    [json(rows)],
  );

/** One row per NOT NULL column without a default, whatever the table: references only have to exist. */
async function reference(tx: Transaction, table: string, id: number, known: object = {}): Promise<void> {
  const [schema, name] = table.split('.');
  const columns = await tx.query<{ name: string; type: string; allowed: string | null }>(
    `select column_name as name, data_type as type,
        (select substring(pg_get_constraintdef(k.oid) from '''([^'']+)''') from pg_constraint k
          where k.conrelid = $3::regclass and k.contype = 'c' and pg_get_constraintdef(k.oid) ~ ('\\y' || column_name || '\\y') limit 1) as allowed
       from information_schema.columns
      where table_schema = $1 and table_name = $2 and is_nullable = 'NO' and column_default is null`,
    [schema, name, table],
  );
  const dummies: Record<string, unknown> = {
    text: 'x',
    boolean: true,
    date: '2026-11-21',
    jsonb: {},
    ARRAY: [],
  };
  const row = Object.fromEntries(
    columns.map(({ name: column, type, allowed }) => [
      column,
      type.startsWith('timestamp') ? AT : type === 'text' && allowed ? allowed : (dummies[type] ?? 1),
    ]),
  );
  await save(tx, table, [{ ...row, tenant_id: TENANT, id, ...known }]);
}

async function loadBatch(database: Database, first: number, size: number): Promise<void> {
  const numbers = Array.from({ length: size }, (_, i) => first + i);
  const common = { tenant_id: TENANT, created_on: AT, modified_on: AT };
  const start = (n: number) => {
    const day = 1 + (Math.floor(n / 200) % 28);
    const month = 1 + (Math.floor(n / 5600) % 12);
    const hour = 6 + Math.floor((n % 200) / 25);
    return `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}`;
  };
  await database.transaction(SYSTEM, async (tx) => {
    await save(
      tx,
      'company.jobs',
      numbers.map((n) => ({
        ...common,
        id: n,
        number: n,
        customer_id: 1 + (n % 3000),
        location_id: 1 + (n % 3000),
        bill_to_customer_id: 1 + (n % 3000),
        business_unit_id: 1,
        job_type_id: 1,
        campaign_id: 1,
        priority: 'Normal',
        summary: `No heat in the upper floor, furnace makes a noise when it starts (${n})`,
        tag_ids: [1, 2],
        custom_fields: {},
        customer_po: '',
        source: '',
        status: 'Scheduled',
        version: 1,
        booked_on: AT,
      })),
    );
    await save(
      tx,
      'company.appointments',
      numbers.map((n) => ({
        ...common,
        id: n,
        job_id: n,
        number: 1,
        start: `${start(n)}:00:00Z`,
        end: `${start(n)}:55:00Z`,
        status: 'Scheduled',
        is_confirmed: false,
        special_instructions: '',
        unused: false,
        active: true,
        version: 1,
      })),
    );
    await save(
      tx,
      'company.assignments',
      numbers.map((n) => ({
        ...common,
        id: n,
        appointment_id: n,
        technician_id: 1 + (n % 25),
        status: 'Scheduled',
        paused: false,
        active: true,
      })),
    );
    await save(
      tx,
      'company.occupancy',
      numbers.map((n) => ({
        tenant_id: TENANT,
        plan_id: 0,
        technician_id: 1 + (n % 25),
        kind: 'assignment',
        source_id: n,
        start: `${start(n)}:00:00Z`,
        end: `${start(n)}:55:00Z`,
        overridden: Math.floor(n / 67_200) > 0,
      })),
    );
    const change = {
      tenant_id: TENANT,
      at: AT,
      record_kind: 'job',
      version: 1,
      actor_id: 1,
      operation_id: 1,
    };
    await save(
      tx,
      'company.history',
      numbers.map((n) => ({
        ...change,
        record_id: n,
        request_id: 'load',
        verb: 'book',
        created: true,
        changes: { status: [null, 'Scheduled'], summary: [null, 'No heat in the upper floor'] },
      })),
    );
    await save(
      tx,
      'company.changes',
      numbers.map((n) => ({
        ...change,
        type: 'job.booked',
        record_id: n,
        fields: ['status'],
        record: { id: n, number: n, status: 'Scheduled', summary: 'No heat in the upper floor' },
      })),
    );
  });
}

async function loadReferences(database: Database): Promise<void> {
  await database.transaction(SYSTEM, async (tx) => {
    await tx.script('set local session_replication_role = replica'); // references of references do not matter here
    for (const table of ['business_units', 'job_types', 'campaigns'])
      await reference(tx, `company.${table}`, 1);
    for (let id = 1; id <= 25; id++) await reference(tx, 'company.technicians', id);
    for (let id = 1; id <= 3000; id += 1000) {
      const ids = Array.from({ length: 1000 }, (_, i) => id + i);
      const common = {
        tenant_id: TENANT,
        name: 'Ada Lovelace',
        active: true,
        version: 1,
        created_on: AT,
        modified_on: AT,
      };
      await save(
        tx,
        'company.customers',
        ids.map((n) => ({
          ...common,
          id: n,
          type: 'Residential',
          do_not_service: false,
          tag_ids: [],
          memo: '',
          source: '',
          search: `ada lovelace ${n} 5550${n}`,
        })),
      );
      await save(
        tx,
        'company.locations',
        ids.map((n) => ({
          ...common,
          id: n,
          customer_id: n,
          street: `${n} Main Street`,
          unit: '',
          city: '',
          state: '',
          zip: '',
          country: 'US',
          memo: '',
          address_key: `${n}main`,
        })),
      );
    }
  });
}

const board = (database: Database) =>
  database.transaction({ tenantId: TENANT, readOnly: true }, (tx) =>
    tx.query(
      `select jsonb_agg(to_jsonb(a) || jsonb_build_object('job', to_jsonb(j)))::text as board
         from company.appointments a join company.jobs j on (j.tenant_id, j.id) = (a.tenant_id, a.job_id)
        where a.active and a."start" >= '2026-02-10' and a."start" < '2026-02-11'`,
    ),
  );

async function timed(name: string, times: number, work: () => Promise<unknown>): Promise<void> {
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const startedAt = performance.now();
    await work();
    took.push(performance.now() - startedAt);
  }
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor(share * times)]!.toFixed(1);
  console.log(`${name.padEnd(34)} p50 ${at(0.5)} ms, p95 ${at(0.95)} ms  ${megabytes('VmRSS')} MB`);
}

const options = data.startsWith('postgres:') ? { databaseUrl: data } : { dataDir: data };
const database = await step('open (create when missing)', () => openDatabase(options));
await step('migrate', () => migrate(database));
await step('references, 3,000 customers', () => loadReferences(database));
await step(`${count} jobs, 6 rows each`, async () => {
  for (let first = 1; first <= Number(count); first += BATCH) {
    await loadBatch(database, first, Math.min(BATCH, Number(count) - first + 1));
  }
});
await step('recycle', () => database.recycle());
await timed('board of a day (200 rows)', 100, () => board(database));
let n = 0;
await timed('small write', 300, () =>
  database.transaction({ tenantId: TENANT }, (tx) =>
    tx.query('update company.jobs set summary = $1 where tenant_id = $2 and id = $3', [
      'x',
      TENANT,
      1 + (n++ % 5000),
    ]),
  ),
);
await timed('empty transaction, one query', 300, () =>
  database.transaction({ tenantId: TENANT, readOnly: true }, (tx) => tx.query('select 1 as one')),
);
await step('close', () => database.close());
