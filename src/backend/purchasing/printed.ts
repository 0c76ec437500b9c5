/** An order as its vendor reads it: with the addresses of today, as the paper goes out today (domain-rules §5). */
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { Transaction } from '#db/database.ts';
import { type AddressCopy, addressCopy, type PostalAddress } from '#domain/document-copy.ts';
import { lineTotal, quantity, unitPrice } from '#domain/money.ts';
import { activeLines, totalsOf } from '#domain/purchasing/amounts.ts';
import { type LineToRollUp, type PrintedOrder, rollUp } from '#domain/purchasing/printed-order.ts';
import type { OrderCard } from '#domain/purchasing/purchase-order.ts';

type Known = {
  readonly company: string;
  readonly vendor: PostalAddress & {
    readonly contactFirstName: string;
    readonly contactLastName: string;
    readonly phone: string;
    readonly email: string;
  };
  readonly jobSite: (PostalAddress & { readonly name: string }) | null;
};

/** @param rolledUp lines of one SKU at one cost as one (`EmailAsPdfRollupView`) */
export async function printedOrder(
  tx: Transaction,
  view: OrderCardView,
  { rolledUp }: { readonly rolledUp: boolean },
): Promise<PrintedOrder> {
  const known = await knownOf(tx, view);
  const { order, names } = view;
  const card = view as unknown as OrderCard;
  const { vendor } = known;
  const lines = linesOf(view, card);
  return {
    company: addressCopy(known.company, null),
    number: String(order.number),
    date: order.date,
    requiredOn: order.requiredOn,
    vendor: {
      ...addressCopy(names.vendor, vendor),
      contact: [vendor.contactFirstName, vendor.contactLastName].filter(Boolean).join(' '),
      phone: vendor.phone,
      email: vendor.email,
    },
    shipTo: { ...shipToOf(view, known), phone: order.shipToPhone, fax: order.shipToFax },
    shippingType: order.shippingType,
    shippingDate: order.shippingDate,
    ourReference: order.externalPoNumber,
    buyer: order.created.byName,
    terms: names.paymentTerm ?? '',
    memo: order.memo,
    currency: order.currency,
    lines: rolledUp ? rollUp(lines) : lines.map(({ skuId: _, ...line }) => line),
    ...totalsOf(card),
    taxCategories: [],
  };
}

const linesOf = (view: OrderCardView, card: OrderCard): LineToRollUp[] => {
  const words = new Map(view.lines.map((line) => [line.id, line]));
  return activeLines(card).map((line, index) => {
    const { skuCode, unit } = words.get(line.id)!;
    return {
      // Lines that were taken off leave no gap: the vendor counts from one.
      position: index + 1,
      code: line.vendorPartNumber || (skuCode ?? ''),
      description: line.description,
      quantity: quantity(line.quantity),
      unit,
      cost: unitPrice(line.cost),
      amountCents: lineTotal(line.quantity, line.cost),
      expectedOn: line.expectedOn,
      skuId: line.skuId,
    };
  });
};

/** Where goods go: a job's place has an address, ours are known by name, the counter is the vendor's own. */
function shipToOf({ order, names }: OrderCardView, { jobSite, vendor }: Known): AddressCopy {
  switch (order.shipTo) {
    case 'JobSite':
      return jobSite ? addressCopy(jobSite.name, jobSite) : addressCopy(names.inventoryLocation, null);
    case 'VendorCounter':
      return addressCopy(`Pick-up at ${names.vendor}`, vendor);
    case 'Technician':
      return addressCopy(names.technician ?? names.inventoryLocation, null);
    case 'InventoryLocation':
      return addressCopy(names.inventoryLocation, null);
  }
}

async function knownOf(tx: Transaction, { order }: OrderCardView): Promise<Known> {
  const [row] = await tx.query<Known>(
    `select (select name from office.tenants where id = $1) as company,
       (select jsonb_build_object('street', v.street, 'unit', v.unit, 'city', v.city, 'state', v.state, 'zip', v.zip,
          'country', v.country, 'contactFirstName', v.contact_first_name, 'contactLastName', v.contact_last_name,
          'phone', v.phone, 'email', v.email)
        from company.vendors v where v.tenant_id = $1 and v.id = $2) as vendor,
       (select jsonb_build_object('name', coalesce(nullif(l.name, ''), c.name), 'street', l.street, 'unit', l.unit,
          'city', l.city, 'state', l.state, 'zip', l.zip, 'country', l.country)
        from company.jobs j
        join company.locations l on l.tenant_id = j.tenant_id and l.id = j.location_id
        join company.customers c on c.tenant_id = j.tenant_id and c.id = j.customer_id
        where j.tenant_id = $1 and j.id = $3) as "jobSite"`,
    [tx.tenantId, order.vendorId, order.jobId],
  );
  return row!;
}
