import { expect, test } from 'vitest';
import type { Ageing } from '#contract/receivable.ts';
import { json } from '#db/parameters.ts';
import { seededChance } from '#domain/chance.ts';
import type { Id } from '#domain/ids.ts';
import { AGE_BUCKETS, ageOf } from '#domain/receivables/ageing.ts';
import { addDays, type Day, day } from '#domain/time.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine, type TestDatabase } from '#testing/databases.ts';

const FIRST = day('2026-06-01');
const DAYS = 150;
const DOCUMENTS = 120;
const APPLICATIONS = 80;

type Document = {
  readonly kind: 'invoice' | 'payment';
  readonly id: Id;
  readonly customerId: Id;
  readonly unitId: Id;
  readonly on: Day;
  readonly dueDate: Day;
  readonly currency: string;
  readonly cents: number;
};
type Entry = { readonly key: string; readonly on: Day; readonly cents: number };

/** A history of many days as the ledger keeps it, whatever commands wrote it: what any of them may leave behind. */
function history(company: Company, customers: readonly Id[], seed: number) {
  const chance = seededChance(seed);
  const upTo = (most: number) => Math.floor(chance() * most);
  const documents = Array.from({ length: DOCUMENTS }, (_, index): Document => {
    const kind = chance() < 0.75 ? 'invoice' : 'payment';
    const on = addDays(FIRST, upTo(DAYS));
    const amount = 1 + upTo(100_000);
    return {
      kind,
      id: 50_000 + index,
      customerId: customers[upTo(customers.length)]!,
      unitId: chance() < 0.7 ? company.businessUnitId : company.otherUnitId,
      on,
      dueDate: addDays(on, [0, 15, 30, 60][upTo(4)]!),
      currency: chance() < 0.8 ? 'USD' : 'CAD',
      // One invoice in ten is a credit.
      cents: kind === 'payment' || chance() < 0.1 ? -amount : amount,
    };
  });
  const entries: Entry[] = documents.map((one) => ({ key: keyOf(one), on: one.on, cents: one.cents }));
  const pick = () => documents[upTo(documents.length)]!;
  for (let count = 0; count < APPLICATIONS; count++) {
    const [from, to] = [pick(), pick()];
    if (from.cents >= 0 || to.cents <= 0) continue;
    const on = addDays(FIRST, upTo(DAYS));
    const cents = 1 + upTo(5_000);
    entries.push({ key: keyOf(from), on, cents }, { key: keyOf(to), on, cents: -cents });
    if (chance() < 0.3) {
      const back = addDays(on, upTo(40));
      entries.push({ key: keyOf(from), on: back, cents: -cents }, { key: keyOf(to), on: back, cents });
    }
  }
  return { documents, entries };
}
const keyOf = ({ kind, id }: Pick<Document, 'kind' | 'id'>) => `${kind} ${id}`;

async function write(database: TestDatabase, { documents, entries }: ReturnType<typeof history>) {
  const rows = documents.map((one) => ({
    ...one,
    due_date: one.dueDate,
    customer_id: one.customerId,
    unit_id: one.unitId,
  }));
  await database.transaction({ tenantId: 'system' }, async (tx) => {
    await tx.query(
      `insert into company.invoices (tenant_id, id, number, kind, customer_id, business_unit_id, bill_to_name, currency, invoice_date, due_date, sync_status, created_on, modified_on)
       select 1, r.id, r.id, 'PointOfSale', r.customer_id, r.unit_id, '', r.currency, r."on", r.due_date, case when r.id % 2 = 0 then 'Posted' else 'Pending' end, now(), now()
       from jsonb_to_recordset($1::jsonb) as r(kind text, id bigint, customer_id bigint, unit_id bigint, currency text, "on" date, due_date date)
       where r.kind = 'invoice'`,
      [json(rows)],
    );
    await tx.query(
      `insert into company.payment_types (tenant_id, id, name, created_on, modified_on) values (1, 49000, 'Check', now(), now())`,
    );
    await tx.query(
      `insert into company.payments (tenant_id, id, number, kind, customer_id, business_unit_id, payment_type_id, paid_on, reference, memo, currency, amount_cents, search, created_on, modified_on)
       select 1, r.id, r.id, 'Payment', r.customer_id, r.unit_id, 49000, r."on", '', '', r.currency, -r.cents, '', now(), now()
       from jsonb_to_recordset($1::jsonb) as r(kind text, id bigint, customer_id bigint, unit_id bigint, currency text, "on" date, cents bigint)
       where r.kind = 'payment'`,
      [json(rows)],
    );
    await tx.query(
      `insert into company.ar_entries (tenant_id, document_kind, document_id, cause, cents, effective_on, entered_at, operation_id)
       select 1, split_part(r.key, ' ', 1), split_part(r.key, ' ', 2)::bigint, 'Total', r.cents, r."on", now(), 0
       from jsonb_to_recordset($1::jsonb) as r(key text, "on" date, cents bigint)`,
      [json(entries)],
    );
  });
}

/** The same by hand: each document's entries added up, put into the bucket of its own day. */
function expected(
  { documents, entries }: ReturnType<typeof history>,
  asOf: Day,
  by: 'due' | 'invoice',
  groupOf: (one: Document) => string,
) {
  const sums = new Map<string, { buckets: number[]; unappliedCents: number; totalCents: number }>();
  for (const one of documents) {
    const balance = entries
      .filter(({ key, on }) => key === keyOf(one) && on <= asOf)
      .reduce((sum, { cents }) => sum + cents, 0);
    if (balance === 0) continue;
    const group = groupOf(one);
    const sum = sums.get(group) ?? { buckets: AGE_BUCKETS.map(() => 0), unappliedCents: 0, totalCents: 0 };
    sum.totalCents += balance;
    if (one.kind === 'payment') sum.unappliedCents += balance;
    else sum.buckets[ageOf(by === 'due' ? one.dueDate : one.on, asOf)]! += balance;
    sums.set(group, sum);
  }
  return sums;
}

const amounts = ({
  buckets,
  unappliedCents,
  totalCents,
}: Ageing['items'][number] | Ageing['totals'][number]) => ({
  buckets,
  unappliedCents,
  totalCents,
});

eachEngine(
  'what customers owe',
  (database) => {
    test('as of any day the buckets are the balances of all documents, to the cent, by customer, unit and day', async () => {
      const company = await makeCompany(database());
      const customers: Id[] = [];
      for (const name of ['Ann Stone', 'Bob Stone', 'Crème Café']) {
        customers.push((await company.book({ name })).job.customerId);
      }
      const books = history(company, customers, 2026_11_23);
      await write(database(), books);
      const accounting = company.person('accounting');
      for (const offset of [0, 33, 90, DAYS, 400]) {
        const asOf = addDays(FIRST, offset);
        for (const by of ['due', 'invoice'] as const) {
          const told = await accounting.call('receivables.ageing', { query: { asOf, by } });
          const perCustomer = expected(books, asOf, by, (one) => `${one.customerId} ${one.currency}`);
          const found = new Map(told.items.map((one) => [`${one.id} ${one.currency}`, amounts(one)]));
          expect(found).toEqual(perCustomer);
          const perCurrency = expected(books, asOf, by, (one) => one.currency);
          expect(new Map(told.totals.map((one) => [one.currency, amounts(one)]))).toEqual(perCurrency);
          const units = await accounting.call('receivables.ageing', { query: { asOf, by, of: 'unit' } });
          expect(new Map(units.items.map((one) => [`${one.id} ${one.currency}`, amounts(one)]))).toEqual(
            expected(books, asOf, by, (one) => `${one.unitId} ${one.currency}`),
          );
        }
        // One customer's documents are that customer's row.
        const { items } = await accounting.call('receivables.open', {
          query: { customerId: customers[0], asOf },
        });
        const row = expected(books, asOf, 'due', (one) => String(one.customerId)).get(String(customers[0]));
        expect(items.reduce((sum, { balanceCents }) => sum + balanceCents, 0)).toBe(row?.totalCents ?? 0);
      }
      // Who is confined sees their own units' alone.
      const confined = company.person('accounting', { units: [company.otherUnitId] });
      const asOf = addDays(FIRST, DAYS);
      const less = await confined.call('receivables.ageing', { query: { asOf, of: 'unit' } });
      expect(new Set(less.items.map(({ id }) => id))).toEqual(new Set([company.otherUnitId]));
      // Narrowed by name, and a page at a time, with the sums of all.
      const cafe = await accounting.call('receivables.ageing', { query: { asOf, q: 'creme' } });
      expect(new Set(cafe.items.map(({ name }) => name))).toEqual(new Set(['Crème Café']));
      const first = await accounting.call('receivables.ageing', { query: { asOf, limit: 2 } });
      const rest = await accounting.call('receivables.ageing', { query: { asOf, from: first.next } });
      expect([first.items.length, first.items.length + rest.items.length]).toEqual([2, first.total]);
      expect(first.totals).toEqual(rest.totals);
      const notPosted = books.documents.filter(({ kind, id }) => kind === 'invoice' && id % 2 === 1);
      const usd = first.totals.find(({ currency }) => currency === 'USD')!;
      expect(usd.notPosted.count).toBeGreaterThan(0);
      expect(usd.notPosted.count).toBeLessThanOrEqual(notPosted.length + DOCUMENTS);
      expect(usd.noTerm.count).toBeGreaterThan(0);
      // Each part asked for by itself is what was said of it, down to the documents of each customer.
      for (const only of ['noTerm', 'notPosted'] as const) {
        const part = await accounting.call('receivables.ageing', { query: { asOf, only } });
        const said = part.totals.find(({ currency }) => currency === 'USD')!;
        expect(said.totalCents).toBe(usd[only].cents);
        expect(said[only]).toEqual(usd[only]);
        const rows = part.items.filter(({ currency }) => currency === 'USD');
        expect(rows.reduce((sum, { documents }) => sum + documents, 0)).toBe(usd[only].count);
        const opened = await accounting.call('receivables.open', {
          query: { asOf, only, customerId: rows[0]!.id },
        });
        const own = opened.items.filter(({ currency }) => currency === 'USD');
        expect(own.reduce((sum, { balanceCents }) => sum + balanceCents, 0)).toBe(rows[0]!.totalCents);
        expect(own).toHaveLength(rows[0]!.documents);
      }
    });
  },
  { emptied: false },
);
