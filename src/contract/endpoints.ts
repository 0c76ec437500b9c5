/**
 * The one endpoint table, whole: the routes with the schemas of what goes in and out. From it come the typed client,
 * the BFF's routes, validation, the role matrix, the OpenAPI document and the tests that iterate over all routes.
 * What is not here does not exist (R29).
 */
import type { z } from 'zod';
import type { Endpoint, Schemas } from './endpoint.ts';
import { administrationSchemas } from './endpoints/administration.ts';
import { appointmentsSchemas } from './endpoints/appointments.ts';
import { billsSchemas } from './endpoints/bills.ts';
import { boardSchemas } from './endpoints/board.ts';
import { capacitySchemas } from './endpoints/capacity.ts';
import { catalogueSchemas } from './endpoints/catalogue.ts';
import { customerMailsSchemas } from './endpoints/customer-mails.ts';
import { customersSchemas } from './endpoints/customers.ts';
import { draftsSchemas } from './endpoints/drafts.ts';
import { filesSchemas } from './endpoints/files.ts';
import { historySchemas } from './endpoints/history.ts';
import { importsSchemas } from './endpoints/imports.ts';
import { invoicesSchemas } from './endpoints/invoices.ts';
import { jobPartsSchemas } from './endpoints/job-parts.ts';
import { jobsSchemas } from './endpoints/jobs.ts';
import { messagesSchemas } from './endpoints/messages.ts';
import { notesSchemas } from './endpoints/notes.ts';
import { orderTemplatesSchemas } from './endpoints/order-templates.ts';
import { payablesSchemas } from './endpoints/payables.ts';
import { paymentsSchemas } from './endpoints/payments.ts';
import { accountingPeriodsSchemas } from './endpoints/periods.ts';
import { postingsSchemas } from './endpoints/postings.ts';
import { presenceSchemas } from './endpoints/presence.ts';
import { projectsSchemas } from './endpoints/projects.ts';
import { purchaseOrdersSchemas } from './endpoints/purchase-orders.ts';
import { receivablesSchemas } from './endpoints/receivables.ts';
import { replenishmentSchemas } from './endpoints/replenishment.ts';
import { sessionSchemas } from './endpoints/session.ts';
import { setupRecordsSchemas } from './endpoints/setup.ts';
import { skusSchemas } from './endpoints/skus.ts';
import { statementsSchemas } from './endpoints/statements.ts';
import { timesheetsSchemas } from './endpoints/timesheets.ts';
import { vendorReturnsSchemas } from './endpoints/vendor-returns.ts';
import { vendorsSchemas } from './endpoints/vendors.ts';
import { viewsSchemas } from './endpoints/views.ts';
import { type EndpointName, endpointNames, routes } from './routes.ts';

const schemas = {
  ...sessionSchemas,
  ...boardSchemas,
  ...customersSchemas,
  ...capacitySchemas,
  ...jobsSchemas,
  ...jobPartsSchemas,
  ...appointmentsSchemas,
  ...draftsSchemas,
  ...historySchemas,
  ...presenceSchemas,
  ...projectsSchemas,
  ...importsSchemas,
  ...setupRecordsSchemas,
  ...administrationSchemas,
  ...notesSchemas,
  ...messagesSchemas,
  ...filesSchemas,
  ...vendorsSchemas,
  ...catalogueSchemas,
  ...skusSchemas,
  ...purchaseOrdersSchemas,
  ...orderTemplatesSchemas,
  ...billsSchemas,
  ...invoicesSchemas,
  ...customerMailsSchemas,
  ...payablesSchemas,
  ...paymentsSchemas,
  ...postingsSchemas,
  ...receivablesSchemas,
  ...statementsSchemas,
  ...accountingPeriodsSchemas,
  ...replenishmentSchemas,
  ...vendorReturnsSchemas,
  ...viewsSchemas,
  ...timesheetsSchemas,
} as const satisfies Record<EndpointName, Schemas>;

type SchemaOf<N extends EndpointName, K extends 'params' | 'query' | 'body'> = (typeof schemas)[N] extends {
  readonly [P in K]: infer S;
}
  ? S
  : null;
type Rows = {
  readonly [N in EndpointName]: (typeof routes)[N] & {
    readonly params: SchemaOf<N, 'params'>;
    readonly query: SchemaOf<N, 'query'>;
    readonly body: SchemaOf<N, 'body'>;
    readonly responses: (typeof schemas)[N]['responses'];
  };
};
/** An interface, so that a row of a name not yet known is any of the rows, not a puzzle to the compiler. */
interface Endpoints extends Rows {}
export type EndpointOf<N extends EndpointName> = Endpoints[N];

export const endpoints = Object.fromEntries(
  endpointNames.map((name): [EndpointName, Endpoint] => [
    name,
    { params: null, query: null, body: null, ...routes[name], ...schemas[name] },
  ]),
) as unknown as Endpoints;

type InputOf<S> = S extends z.ZodType ? z.input<S> : undefined;
type OutputOf<S> = S extends z.ZodType ? z.output<S> : undefined;
export type ParamsOf<N extends EndpointName> = OutputOf<EndpointOf<N>['params']>;
export type QueryOf<N extends EndpointName> = OutputOf<EndpointOf<N>['query']>;
/** What a caller sends. */
export type BodyIn<N extends EndpointName> = InputOf<EndpointOf<N>['body']>;
/** What a handler gets after validation, defaults filled in. */
export type BodyOf<N extends EndpointName> = OutputOf<EndpointOf<N>['body']>;
type Success<R> = R[keyof R];
export type ResultOf<N extends EndpointName> = OutputOf<Success<EndpointOf<N>['responses']>>;
export { type EndpointName, endpointNames };
