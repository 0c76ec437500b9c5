/** Reading one invoice: its own copies, items and sums, what is applied to it, and the invoices it is linked to. */
import type { InvoiceCardView, InvoiceSummary } from '#contract/invoice.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { AddressCopy } from '#domain/document-copy.ts';
import type { Id } from '#domain/ids.ts';
import { amountsOf, costOf, totalsOf } from '#domain/invoices/amounts.ts';
import { INVOICE_COMMANDS, invoiceGate } from '#domain/invoices/decide.ts';
import { lineTotal } from '#domain/money.ts';
import { seesCosts } from '../projects/budget.ts';
import { loadRecords } from '../write/load.ts';
import { namedStamps } from '../write/named-stamps.ts';
import { INVOICE_SUMMARY, INVOICE_SUMS, INVOICE_TABLES } from './list.ts';
import { cardsOf, requireInvoices, type StoredInvoice, type StoredInvoiceCard } from './store.ts';

/** @throws ProblemError record.not_found (404): unknown, another tenant's, or of a unit the actor is confined from */
export async function invoiceCardOf(tx: Transaction, actor: Actor, id: Id): Promise<InvoiceCardView> {
  const [card] = (await cardsOf(tx, await requireInvoices(tx, actor, [id]))) as [StoredInvoiceCard];
  const { invoice, items } = card;
  const seen = seesCosts(actor);
  const rates = invoice.tax?.rates ?? [];
  return {
    invoice: await headOf(tx, invoice),
    items: await itemsOf(tx, card, seen),
    totals: { ...totalsOf(items, rates), spent: seen ? { costCents: costOf(items) } : null },
    applications: await applicationsOf(tx, id),
    about: (await linkedWith(tx, actor, 'about', id))[0] ?? null,
    linked: await linkedWith(tx, actor, 'aboutIt', id),
    commands: INVOICE_COMMANDS.filter((command) => invoiceGate(card, command) === null),
  };
}

type More = Pick<InvoiceCardView['invoice'], 'businessUnit' | 'batch'>;
async function headOf(tx: Transaction, invoice: StoredInvoice): Promise<InvoiceCardView['invoice']> {
  const [row] = await tx.query<InvoiceSummary & More>(
    planOnce(`select ${INVOICE_SUMMARY}, u.name as "businessUnit",
       case when b.id is null then null
         else jsonb_build_object('id', b.id, 'number', b.number, 'isExported', b.status = 'Exported') end as batch
     from ${INVOICE_TABLES} ${INVOICE_SUMS}
     left join company.posting_batches b on b.tenant_id = i.tenant_id and b.id = i.batch_id
     where i.tenant_id = $1 and i.id = $2`),
    [tx.tenantId, invoice.id],
  );
  const [place] = await loadRecords<AddressCopy>(tx, 'invoicePlace', [invoice.id]);
  const named = await namedStamps(tx, [invoice.voided]);
  const { locationId, taxZoneId, tax, paymentTermId, paymentTerm, memo, stage } = invoice;
  return {
    ...row!,
    locationId,
    billTo: {
      name: invoice.billToName,
      street: invoice.billToStreet,
      unit: invoice.billToUnit,
      city: invoice.billToCity,
      state: invoice.billToState,
      zip: invoice.billToZip,
      country: invoice.billToCountry,
    },
    place: place ? placeOf(place) : null,
    taxZoneId,
    tax: tax && { name: tax.name, rates: [...tax.rates] },
    paymentTermId,
    term: paymentTerm && {
      ...paymentTerm,
      discountRate: paymentTerm.discountRate ?? 0,
      discountDays: paymentTerm.discountDays ?? 0,
    },
    memo,
    stage,
    periodStart: invoice.periodStart,
    relation: invoice.relation,
    voided: invoice.voided && named(invoice.voided),
    createdOn: invoice.createdOn,
    modifiedOn: invoice.modifiedOn,
  };
}

const placeOf = ({ name, street, unit, city, state, zip, country }: AddressCopy): AddressCopy => ({
  name,
  street,
  unit,
  city,
  state,
  zip,
  country,
});

type Named = { id: Id; skuCode: string | null; glAccount: string | null; technicianName: string | null };
/** Those that stand. */
async function itemsOf(
  tx: Transaction,
  { invoice, items }: StoredInvoiceCard,
  seen: boolean,
): Promise<InvoiceCardView['items']> {
  const names = await tx.query<Named>(
    planOnce(`select t.id, s.code as "skuCode", g.number || ' ' || g.name as "glAccount", e.name as "technicianName"
     from company.invoice_items t
     left join company.skus s on s.tenant_id = t.tenant_id and s.id = t.sku_id
     left join company.gl_accounts g on g.tenant_id = t.tenant_id and g.id = t.gl_account_id
     left join company.technicians e on e.tenant_id = t.tenant_id and e.id = t.technician_id
     where t.tenant_id = $1 and t.invoice_id = $2 and t.active`),
    [tx.tenantId, invoice.id],
  );
  const nameOf = new Map(names.map((one) => [one.id, one]));
  return items
    .filter(({ active }) => active)
    .map((item) => ({
      ...nameOf.get(item.id)!,
      version: item.version,
      position: item.position,
      kind: item.kind,
      skuId: item.skuId,
      description: item.description,
      quantity: item.quantity,
      price: item.price,
      taxable: item.taxable,
      glAccountId: item.glAccountId,
      technicianId: item.technicianId,
      source: item.source,
      ...amountsOf(item, invoice.tax?.rates ?? []),
      spent: seen ? { cost: item.cost, costCents: lineTotal(item.quantity, item.cost) } : null,
    }));
}

type ApplicationRow = Omit<InvoiceCardView['applications'][number], 'other'> & {
  otherKind: 'invoice' | 'payment';
  otherId: Id;
  number: number;
};
async function applicationsOf(tx: Transaction, id: Id): Promise<InvoiceCardView['applications']> {
  const rows = await tx.query<ApplicationRow>(
    planOnce(`select o.id, o.way, o.cents, o.on as "effectiveOn", o.kind as "otherKind", o.other as "otherId",
       coalesce(i.number, p.number) as number
     from (
       select a.id, 'uses' as way, a.cents, a.effective_on as on, a.to_kind as kind, a.to_id as other
       from company.ar_applications a
       where a.tenant_id = $1 and a.from_kind = 'invoice' and a.from_id = $2 and a.undone is null
       union all
       select a.id, 'coveredBy', a.cents, a.effective_on, a.from_kind, a.from_id from company.ar_applications a
       where a.tenant_id = $1 and a.to_kind = 'invoice' and a.to_id = $2 and a.undone is null) o
     left join company.invoices i on o.kind = 'invoice' and i.tenant_id = $1 and i.id = o.other
     left join company.payments p on o.kind = 'payment' and p.tenant_id = $1 and p.id = o.other
     order by o.id`),
    [tx.tenantId, id],
  );
  return rows.map(({ otherKind, otherId, number, ...one }) => ({
    ...one,
    other: { kind: otherKind, id: otherId, number },
  }));
}

/** The one it is about, or those about it; of units the reader may see. */
function linkedWith(
  tx: Transaction,
  actor: Actor,
  which: 'about' | 'aboutIt',
  id: Id,
): Promise<InvoiceCardView['linked']> {
  const isAbout = which === 'about';
  return tx.query(
    `select i.id, i.number, i.kind, ${isAbout ? 'o' : 'i'}.relation, i.customer_id as "customerId",
       c.name as "customerName", coalesce(s.total, 0)::bigint as "totalCents",
       coalesce(s.balance, 0)::bigint as "balanceCents", i.voided is not null as "isVoid"
     from company.invoices o
     join company.invoices i on i.tenant_id = o.tenant_id
       and ${isAbout ? 'i.id = o.about_invoice_id' : 'i.about_invoice_id = o.id'}
     join company.customers c on c.tenant_id = i.tenant_id and c.id = i.customer_id
     ${INVOICE_SUMS}
     where o.tenant_id = $1 and o.id = $2 and ($3::bigint[] is null or i.business_unit_id = any($3::bigint[]))
     order by i.id`,
    [tx.tenantId, id, actor.businessUnitIds],
  );
}
