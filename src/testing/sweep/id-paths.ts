/** Where requests name records, whose id to put there instead, and whether the two answers can be told apart. */
import { expect } from 'vitest';
import type { EndpointName } from '#contract/endpoints.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Ground } from './ground.ts';
import type { Records } from './records.ts';
import { type Call, send } from './send.ts';

export const MISSING = 999_999_999;
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Path = readonly (string | number)[];

/** Where a body names a record by id; `expected` says which versions were seen, which names nothing new. */
export function idPaths(value: Json, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => idPaths(item, [...path, at]));
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).flatMap(([key, inner]) =>
      key === 'expected' ? [] : idPaths(inner, [...path, key]),
    );
  }
  const names = path.filter((key) => typeof key === 'string');
  const isId = /(^id|Ids?)$/.test(names.at(-1) ?? '') || /technicians\.(from|to)$/.test(names.join('.'));
  return typeof value === 'number' && isId ? [path] : [];
}
export function withAt(value: Json, [key, ...rest]: Path, put: Json): Json {
  if (key === undefined) return put;
  if (Array.isArray(value)) return value.map((item, at) => (at === key ? withAt(item, rest, put) : item));
  const record = value as { [key: string]: Json };
  return { ...record, [key]: withAt(record[key] ?? null, rest, put) };
}

/** Company 2's record of the kind the field is about. */
export function theirIdFor(field: string, { theirs, foreign }: Ground, route: EndpointName): Id {
  const byField: Record<string, Id> = {
    customerId: theirs.customerId,
    absorbId: theirs.customerId,
    billToCustomerId: theirs.customerId,
    locationId: theirs.locationId,
    tagIds: theirs.tagId,
    zoneId: theirs.zoneId,
    zoneIds: theirs.zoneId,
    taxZoneId: theirs.taxZoneId,
    technicianId: foreign.technicianIds[0]!,
    technicianIds: foreign.technicianIds[0]!,
    fromTechnicianId: foreign.technicianIds[0]!,
    toTechnicianId: foreign.technicianIds[0]!,
    from: foreign.technicianIds[0]!,
    to: foreign.technicianIds[0]!,
    appointmentId: theirs.card.appointments[0]!.id,
    reasonId: route === 'jobs.cancel' ? foreign.cancelReasonId : foreign.holdReasonId,
    jobTypeId: foreign.jobTypeId,
    businessUnitId: foreign.businessUnitId,
    campaignId: foreign.campaignId,
    holdingLaneId: theirs.setup.holdingLane,
    recallForJobId: theirs.card.job.id,
    warrantyForJobId: theirs.card.job.id,
    operationId: 1000,
    typeId: typeFor(route, theirs),
    statusId: theirs.projectStatusId,
    subStatusId: theirs.projectSubStatusId,
    managerUserIds: 220,
    managerTechnicianIds: foreign.technicianIds[0]!,
    projectIds: theirs.projectId,
    projectId: theirs.projectId,
    vendorId: theirs.vendorId,
    skuId: theirs.skuId,
    remittanceVendorId: theirs.vendorId,
    paymentTermId: theirs.paymentTermId,
    glAccountId: theirs.setup.glAccount,
    purchaseForCustomerId: theirs.customerId,
    payeeVendorId: theirs.vendorId,
    billId: theirs.billId,
    invoiceId: theirs.card.invoice.id,
    'from.id': theirs.paymentId,
    'to.id': theirs.card.invoice.id,
    applicationId: theirs.applicationId,
    applicationIds: theirs.applicationId,
    invoiceIds: theirs.card.invoice.id,
    statementIds: theirs.statementId,
    customerIds: theirs.customerId,
    paymentTypeId: theirs.paymentTypeId,
    receiptId: theirs.purchaseOrderId,
    sendId: theirs.purchaseOrderId,
    materialId: theirs.skuId,
    orderId: theirs.purchaseOrderId,
    lineId: theirs.orderLineId,
    'change.id': theirs.orderLineId,
    'lines.id': theirs.orderLineId,
    inventoryLocationId: theirs.setup.inventoryLocation,
    addManagerUserIds: 220,
    addManagerTechnicianIds: foreign.technicianIds[0]!,
    jobIds: theirs.card.job.id,
    jobId: theirs.card.job.id,
    addTagIds: theirs.tagId,
    removeTagIds: theirs.tagId,
    assignTechnicianIds: foreign.technicianIds[0]!,
    unassignTechnicianIds: foreign.technicianIds[0]!,
    'items.id': theirs.card.appointments[0]!.id,
    ownerId: theirs.card.job.id,
    'documents.id': theirs.card.invoice.id,
    'customer.id': theirs.customerId,
    'location.id': theirs.locationId,
  };
  const id = byField[field];
  if (id === undefined) throw new Error(`Which record does ${field} of ${route} name?`);
  return id;
}
function typeFor(route: EndpointName, { setup, projectTypeId }: Records): Id {
  if (route.startsWith('purchaseOrders.')) return setup.purchaseOrderType;
  return route.startsWith('vendorReturns.') ? setup.returnType : projectTypeId;
}
export const fieldOf = (path: Path): string => {
  const names = path.filter((key): key is string => typeof key === 'string');
  return names.at(-1) === 'id' ? names.slice(-2).join('.') : (names.at(-1) ?? '');
};

/** The id in a route's path, of company 2 or of another unit. */
export function pathId(name: EndpointName, of: Records): Id | null {
  const [area] = name.split('.') as [string];
  const ids: Record<string, Id> = {
    jobs: of.card.job.id,
    appointments: of.card.appointments[0]!.id,
    customers: of.customerId,
    locations: of.locationId,
    contacts: of.contactId,
    timeOff: of.timeOffId,
    nonJobEvents: of.nonJobEventId,
    shifts: of.shiftId,
    projects: of.projectId,
    budgetLines: of.budgetLineId,
    vendors: of.vendorId,
    vendorContacts: of.vendorContactId,
    skus: of.skuId,
    purchaseOrders: of.purchaseOrderId,
    orderTemplates: of.orderTemplateId,
    vendorReturns: of.vendorReturnId,
    bills: of.billId,
    invoices: of.card.invoice.id,
    apPayments: of.apPaymentId,
    payments: of.paymentId,
    postings: of.postingBatchId,
    statements: of.statementId,
    catalogue: of.catalogueItemId,
    imports: of.importId,
    setupRecords: of.tagId,
    workPatterns: of.setup.shiftPattern,
    laborCosts: of.setup.technicianCost,
    purchasing: of.setup.purchaseOrderType,
    books: of.setup.paymentTerm,
    accountingPeriods: of.setup.accountingPeriod,
    notes: of.noteId,
    files: of.fileId,
    views: of.viewId,
    drafts: of.draftId,
    messages: of.messageId,
    users: 220,
    history: of.card.job.id,
  };
  return ids[area] ?? null;
}

/** Status and body without what differs by nature: the request's id, and the id that was asked for. */
async function told(answer: Response, id: Id) {
  const { requestId: _, ...body } = JSON.parse(await answer.text()) as Record<string, unknown>;
  return [answer.status, JSON.stringify(body).replaceAll(new RegExp(`\\b${id}\\b`, 'g'), '#')];
}

/** Without its seals, which the server makes by itself while tests run; `db/seals/seals.test.ts` has who may see them. */
export const wholeCompany = (database: Database, tenantId: Id) =>
  database.transaction({ tenantId: 'system', readOnly: true }, async (tx) => {
    const tables = await tx.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
       where table_schema in ('office', 'company') and column_name = 'tenant_id'
         and table_name <> 'seals' order by 1`,
    );
    const all: Record<string, unknown> = {};
    for (const { name } of tables) {
      all[name] = await tx.query(`select t::text as row from ${name} t where tenant_id = $1 order by 1`, [
        tenantId,
      ]);
    }
    return all;
  });

/** Sends it with an id nobody has and with theirs: both must be told the same. @returns the status of both */
export async function expectAlike(
  ground: Ground,
  who: 'admin' | 'confined',
  name: EndpointName,
  make: (id: Id) => Call,
  theirs: Id,
): Promise<unknown> {
  const missing = await told(await send(ground.as(who), name, make(MISSING)), MISSING);
  const foreign = await told(await send(ground.as(who), name, make(theirs)), theirs);
  expect(foreign, `${name} ${theirs}`).toEqual(missing);
  return missing[0];
}
