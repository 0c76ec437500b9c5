/** For every row of the table a request it accepts, made up from its schemas: for sweeps over the fake upstream. */
import { urlOf } from '#contract/client.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { type EndpointName, endpoints } from '#contract/endpoints.ts';
import type { Browser } from './browser.ts';
import { sampleOf } from './fake-upstream.ts';

/** Where one of several optional parts has to be there, which no single part's schema says. */
const ONE_OF_MANY: Partial<Record<EndpointName, Record<string, string>>> = {
  'moves.list': { day: '2026-11-21' },
};
/** What a rule over several parts asks of them, which no part's schema says. */
const BODIES: Partial<Record<EndpointName, Record<string, unknown>>> = {
  'messages.change': { version: 1, changes: {} },
  'orderTemplates.change': { version: 1, changes: {} },
  'messages.cancel': { version: 1 },
  'messages.sendAgain': { version: 1 },
  'postings.post': { documents: [] },
  'statements.create': { customerIds: [7], kind: 'OpenItem', asOf: '2026-11-21' },
  'statements.send': { statementIds: [7] },
  'invoices.send': { invoiceIds: [7] },
  'vendorReturns.create': { orderId: 7, typeId: 7, lines: [] },
  'bills.create': {
    orderId: 7,
    vendorInvoiceNumber: 'INV-7',
    billDate: '2026-11-21',
    lines: [{ lineId: null, description: 'Rent', quantity: 10_000, cost: 100, amountCents: 1 }],
  },
  'bills.agreeMany': { expected: [{ kind: 'bill', id: 7, version: 1 }] },
  'bills.books': { command: 'post', expected: [{ kind: 'bill', id: 7, version: 1 }] },
  'invoices.create': { kind: 'PointOfSale', customerId: 7, businessUnitId: 7, items: [] },
  'invoices.review': { reviewStatus: 'Reviewed', expected: [{ kind: 'invoice', id: 7, version: 1 }] },
  'contacts.create': { customerId: 7, contact: { kind: 'Phone', value: '617 555 0134' } },
};
const SAMPLE_PARAMS = { id: 7, key: 'abcdefabcdef', kind: 'technician', what: 'customers' };

/** Fits the row's path; a list some areas do not keep is one they do. */
export function sampleParams(name: EndpointName) {
  const { params }: Endpoint = endpoints[name];
  const own = params && !params.safeParse(SAMPLE_PARAMS).success ? (sampleOf(params) as object) : {};
  return 'kind' in own ? { ...SAMPLE_PARAMS, kind: String(own.kind) } : SAMPLE_PARAMS;
}

function sampleQuery(name: EndpointName): Record<string, string> {
  const row: Endpoint = endpoints[name];
  const sample = row.query ? (sampleOf(row.query) as Record<string, string>) : {};
  const at = 'at' in sample ? { at: '2026-11-21T08:00:00Z' } : {};
  return { ...sample, ...at, ...ONE_OF_MANY[name] };
}

/** The row's smallest body; uploads have a text of their own. */
export function sampleBody(name: EndpointName): Record<string, unknown> {
  const row: Endpoint = endpoints[name];
  const given = BODIES[name];
  if (given) return given;
  const body = row.body ? (sampleOf(row.body) as Record<string, unknown>) : {};
  return row.idempotency === 'versions' && !('version' in body) ? { ...body, expected: [] } : body;
}

type Changes = {
  /** Added to the row's own; an empty text leaves one out. */
  headers?: Record<string, string>;
  query?: Record<string, string>;
  /** Instead of the sample: an object, or text as it is to be sent. */
  body?: unknown;
};

/** Sends the row's sample request, changed as told. A stream is asked for with an Accept it refuses, so that it ends. */
export function sendSample(browser: Browser, name: EndpointName, changes: Changes = {}): Promise<Response> {
  const row: Endpoint = endpoints[name];
  const headers = {
    'content-type': row.kind === 'upload' ? 'application/octet-stream' : 'application/json',
    'idempotency-key': `sample-${name}`,
    ...(row.kind === 'stream' ? { accept: 'text/html' } : {}),
    ...changes.headers,
  };
  const body = changes.body ?? (row.kind === 'upload' ? 'a,b' : sampleBody(name));
  return browser.fetch(urlOf(name, sampleParams(name), { ...sampleQuery(name), ...changes.query }), {
    method: row.method,
    headers,
    ...(row.method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}
