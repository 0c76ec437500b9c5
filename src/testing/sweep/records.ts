import type { BodyIn } from '#contract/endpoints.ts';
import type { JobCardView } from '#contract/job.ts';
import { setupEndpoint } from '#contract/setup-endpoint.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { SETUP_KIND_NAMES, type SetupKind } from '#domain/setup/kind-titles.ts';
import { day, instant } from '#domain/time.ts';
import { bookingBody, type Company } from '../company.ts';
import { addMessage } from '../outbox-rows.ts';
import { setupExamples } from '../setup-examples.ts';
import { acceptedBill, makeBill, makePayment } from './fresh-bills.ts';
import { makeOrder } from './fresh-orders.ts';
import { makeCustomerPayment, refundOf } from './fresh-payments.ts';
import { makeBatch } from './fresh-postings.ts';
import { makeReturn } from './fresh-returns.ts';

export type Records = {
  readonly card: JobCardView;
  readonly customerId: Id;
  readonly locationId: Id;
  readonly contactId: Id;
  readonly tagId: Id;
  readonly zoneId: Id;
  readonly taxZoneId: Id;
  readonly timeOffId: Id;
  readonly nonJobEventId: Id;
  readonly shiftId: Id;
  readonly projectId: Id;
  readonly budgetLineId: Id;
  /** Of the company's lists for projects. */
  readonly projectTypeId: Id;
  readonly projectStatusId: Id;
  readonly projectSubStatusId: Id;
  readonly vendorId: Id;
  readonly vendorContactId: Id;
  readonly paymentTermId: Id;
  readonly skuId: Id;
  readonly stockLevelId: Id;
  readonly catalogueItemId: Id;
  readonly purchaseOrderId: Id;
  readonly orderLineId: Id;
  readonly orderTemplateId: Id;
  readonly vendorReturnId: Id;
  readonly billId: Id;
  readonly apPaymentId: Id;
  readonly paymentId: Id;
  readonly paymentTypeId: Id;
  readonly applicationId: Id;
  readonly postingBatchId: Id;
  readonly statementId: Id;
  readonly importId: Id;
  readonly setup: Readonly<Record<SetupKind, Id>>;
  readonly noteId: Id;
  readonly fileId: Id;
  readonly viewId: Id;
  readonly draftId: Id;
  readonly messageId: Id;
};

async function makeSetup(company: Company): Promise<Records['setup']> {
  const ids: Partial<Record<SetupKind, Id>> = {};
  for (const kind of SETUP_KIND_NAMES) {
    const { record } = await company.person('admin').call(setupEndpoint(kind, 'create'), {
      key: `setup ${company.tenantId} ${kind}`,
      body: { kind, values: setupExamples(company, ids)[kind] },
    });
    ids[kind] = record.id;
  }
  return ids as Records['setup'];
}

/** A blank project at the customer's first location, with a budget. */
async function makeProject(
  company: Company,
  name: string,
  customer: { id: Id; locations: readonly { id: Id }[] },
) {
  const { tenantId } = company;
  const accounting = company.person('accounting');
  const place = { customerId: customer.id, locationId: customer.locations[0]!.id };
  const { card } = await accounting.call('projects.create', {
    key: `project ${tenantId}`,
    body: { place, name },
  });
  const { line } = await accounting.call('projects.addBudgetLine', {
    key: `budget ${tenantId}`,
    params: { id: card.project.id },
    body: { label: name, kind: 'Labor', quantity: 10_000 },
  });
  const base = tenantId * 100 + 50;
  return {
    projectId: card.project.id,
    budgetLineId: line.id,
    projectTypeId: base + 6,
    projectStatusId: base + 7,
    projectSubStatusId: base + 8,
  };
}

/** A vendor with somebody there, and a payment term it could have. */
async function makeVendor(database: Database, company: Company, name: string) {
  const { tenantId } = company;
  const paymentTermId = tenantId * 100 + 59;
  await database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query(
      `insert into company.payment_terms (tenant_id, id, name, due_in_days, created_on, modified_on) values ($1, $2, $3, 30, now(), now())`,
      [tenantId, paymentTermId, name],
    ),
  );
  const purchasing = company.person('purchasing');
  const { vendor } = await purchasing.call('vendors.create', {
    key: `vendor ${tenantId}`,
    body: { name, street: '1 Dock St', city: 'Quincy' },
  });
  const written = await purchasing.call('vendorContacts.create', {
    key: `vendor contact ${tenantId}`,
    body: { vendorId: vendor.id, contact: { name } },
  });
  return { vendorId: vendor.id, vendorContactId: written.vendor.contacts[0]!.id, paymentTermId };
}

/** A part with a level at a place. */
async function makeSku(company: Company, name: string, inventoryLocationId: Id) {
  const purchasing = company.person('purchasing');
  const { sku } = await purchasing.call('skus.create', {
    key: `sku ${company.tenantId}`,
    body: { code: `PART-${company.tenantId}`, name, kind: 'Material' },
  });
  const written = await purchasing.call('skus.setLevel', {
    key: `level ${company.tenantId}`,
    params: { id: sku.id },
    body: { inventoryLocationId, level: { least: 10_000, most: 20_000 } },
  });
  return { skuId: sku.id, stockLevelId: written.sku.stock[0]!.level!.id };
}

/** That vendor sells that part. */
async function makeCatalogue(
  company: Company,
  name: string,
  { vendorId, skuId }: { vendorId: Id; skuId: Id },
) {
  const { item } = await company.person('purchasing').call('catalogue.create', {
    key: `catalogue ${company.tenantId}`,
    body: { vendorId, skuId, item: { vendorPartNumber: name, cost: 84_100 } },
  });
  return { catalogueItemId: item.id };
}

export async function makeRecords(database: Database, company: Company, name: string): Promise<Records> {
  const setup = await makeSetup(company);
  const { tenantId } = company;
  const base = tenantId * 100 + 50;
  await database.transaction({ tenantId: 'system' }, async (tx) => {
    for (const [at, table] of ['tags', 'zones', 'tax_zones'].entries()) {
      await tx.query(
        `insert into company.${table} (tenant_id, id, name, created_on, modified_on) values ($1, $2, $3, now(), now())`,
        [tenantId, base + at, name],
      );
    }
    await tx.query(
      `insert into company.project_types (tenant_id, id, name, created_on, modified_on) values ($1, $2, $3, now(), now())`,
      [tenantId, base + 6, name],
    );
    await tx.query(
      `insert into company.project_statuses (tenant_id, id, name, created_on, modified_on) values ($1, $2, $3, now(), now())`,
      [tenantId, base + 7, name],
    );
    await tx.query(
      `insert into company.project_sub_statuses (tenant_id, id, status_id, name, created_on, modified_on)
       values ($1, $2, $3, $4, now(), now())`,
      [tenantId, base + 8, base + 7, name],
    );
    await tx.query(
      `insert into company.imports (tenant_id, id, file_name, encoding, delimiter, status, columns, rows_total, created_by, created_on, modified_on)
       values ($1, $2, $3, 'utf-8', ',', 'Uploaded', '[]', 0, $4, now(), now())`,
      [tenantId, base + 3, `${name}.csv`, tenantId * 100 + 24],
    );
  });
  const dispatcher = company.person('dispatcher');
  const [, sam] = company.technicianIds as [Id, Id];
  const body: BodyIn<'jobs.book'> = {
    ...bookingBody(company, { name, technicianIds: [sam] }),
    customer: {
      new: {
        name,
        locations: [{ street: `${name} Street` }],
        contacts: [{ kind: 'Phone', value: '617 555 0100', memo: name }],
      },
    },
  };
  const { cards } = await dispatcher.call('jobs.book', { key: `ground ${tenantId}`, body });
  const card = cards[0]!;
  const customer = await dispatcher.call('customers.get', { params: { id: card.job.customerId } });
  const span = {
    technicianId: sam,
    start: instant('2026-11-25T14:00:00Z'),
    end: instant('2026-11-25T15:00:00Z'),
  };
  const later = { ...span, start: instant('2026-11-26T14:00:00Z'), end: instant('2026-11-26T15:00:00Z') };
  const off = await dispatcher.call('timeOff.add', {
    key: `off ${tenantId}`,
    body: { ...span, label: name },
  });
  const event = await dispatcher.call('nonJobEvents.add', {
    key: `event ${tenantId}`,
    body: { ...later, label: name },
  });
  const shift = await dispatcher.call('shifts.add', { key: `shift ${tenantId}`, body: span });
  await database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query(
      `insert into company.files (tenant_id, id, owner_kind, owner_id, customer_id, name, kind, media_type, size, sha256, uploaded_by, created_on, modified_on)
       values ($1, $2, 'job', $3, $4, $5, 'Document', 'text/plain', 1, repeat('0', 64), $6, now(), now())`,
      [tenantId, base + 19, card.job.id, card.job.customerId, `${name}.txt`, tenantId * 100 + 20],
    ),
  );
  await database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query(
      `insert into office.saved_views (tenant_id, id, page, name, search, owner_id, shared, created_on, modified_on)
       overriding system value values ($1, $2, 'jobs', $3, '{}', $4, true, now(), now())`,
      [tenantId, base + 18, name, tenantId * 100 + 24],
    ),
  );
  const draft = await dispatcher.call('drafts.create', {
    key: `draft ${tenantId}`,
    body: { name, day: day('2026-11-25'), timeZone: 'America/New_York' },
  });
  const { note } = await dispatcher.call('notes.add', {
    key: `note ${tenantId}`,
    body: { ownerKind: 'job', ownerId: card.job.id, text: `${name} keeps a dog` },
  });
  const vendor = await makeVendor(database, company, name);
  const sku = await makeSku(company, name, setup.inventoryLocation);
  const named = { ...vendor, ...sku, setup, businessUnitId: company.businessUnitId };
  const order = await makeOrder(company, named);
  const template = await company.person('purchasing').call('orderTemplates.create', {
    key: `template ${tenantId}`,
    body: { name, orderId: order.order.id },
  });
  const back = await makeReturn(company, named);
  const bill = await makeBill(company, named);
  const paid = await makePayment(company, await acceptedBill(company, await makeBill(company, named)));
  const taken = await makeCustomerPayment(database, company, customer.id);
  const received = await refundOf(company, taken);
  const told = await company.person('accounting').call('statements.create', {
    key: `statement ${tenantId}`,
    body: {
      customerIds: [customer.id],
      kind: 'BalanceForward',
      from: day('2026-01-01'),
      asOf: day('2026-11-21'),
    },
  });
  return {
    card,
    statementId: told.items[0]!.id,
    noteId: note.id,
    fileId: base + 19,
    viewId: base + 18,
    draftId: draft.id,
    messageId: await addMessage(database, tenantId, card, 'Held'),
    customerId: customer.id,
    locationId: customer.locations[0]!.id,
    contactId: customer.contacts[0]!.id,
    tagId: base,
    zoneId: base + 1,
    taxZoneId: base + 2,
    importId: base + 3,
    timeOffId: off.timeOff.id,
    nonJobEventId: event.nonJobEvent.id,
    shiftId: shift.shift.id,
    ...(await makeProject(company, name, customer)),
    ...vendor,
    ...sku,
    purchaseOrderId: order.order.id,
    orderLineId: order.lines[0]!.id,
    orderTemplateId: template.id,
    vendorReturnId: back.vendorReturn.id,
    billId: bill.bill.id,
    apPaymentId: paid.id,
    paymentId: received.id,
    paymentTypeId: received.paymentTypeId,
    applicationId: received.applications[0]!.id,
    postingBatchId: (await makeBatch(company)).id,
    ...(await makeCatalogue(company, name, { ...vendor, ...sku })),
    setup,
  };
}
