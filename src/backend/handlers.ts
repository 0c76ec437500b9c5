/** Which command or query answers which endpoint of the contract. */
import type { EndpointName } from '#contract/endpoints.ts';
import { appointmentsHandlers } from './handlers/appointments.ts';
import type { Handlers } from './handlers/ask.ts';
import { billsHandlers } from './handlers/bills.ts';
import { boardHandlers } from './handlers/board.ts';
import { capacityHandlers } from './handlers/capacity.ts';
import { catalogueHandlers } from './handlers/catalogue.ts';
import { customerMailsHandlers } from './handlers/customer-mails.ts';
import { customersHandlers } from './handlers/customers.ts';
import { draftsHandlers } from './handlers/drafts.ts';
import { historyHandlers } from './handlers/history.ts';
import { invoicesHandlers } from './handlers/invoices.ts';
import { jobPartsHandlers } from './handlers/job-parts.ts';
import { jobsHandlers } from './handlers/jobs.ts';
import { messagesHandlers } from './handlers/messages.ts';
import { notesHandlers } from './handlers/notes.ts';
import { orderTemplatesHandlers } from './handlers/order-templates.ts';
import { payablesHandlers } from './handlers/payables.ts';
import { paymentsHandlers } from './handlers/payments.ts';
import { accountingPeriodsHandlers } from './handlers/periods.ts';
import { postingsHandlers } from './handlers/postings.ts';
import { projectsHandlers } from './handlers/projects.ts';
import { purchaseOrdersHandlers } from './handlers/purchase-orders.ts';
import { receivablesHandlers } from './handlers/receivables.ts';
import { replenishmentHandlers } from './handlers/replenishment.ts';
import { setupRecordsHandlers } from './handlers/setup.ts';
import { skusHandlers } from './handlers/skus.ts';
import { statementsHandlers } from './handlers/statements.ts';
import { timesheetsHandlers } from './handlers/timesheets.ts';
import { vendorReturnsHandlers } from './handlers/vendor-returns.ts';
import { vendorsHandlers } from './handlers/vendors.ts';

/** Endpoints answered inside one transaction; imports run over many and are answered in `imports/`. */
export type TransactionalEndpoint = Exclude<
  EndpointName,
  | `session.${string}`
  | `users.${string}`
  | `audit.${string}`
  | `imports.${string}`
  | `views.${string}`
  | `presence.${string}`
  | `map.${string}`
  | `files.${string}`
  | 'openapi.get'
  | 'events.stream'
>;

/** Every endpoint of the backend; one that is missing does not compile. */
export const handlers: Handlers<TransactionalEndpoint> = {
  ...boardHandlers,
  ...customersHandlers,
  ...capacityHandlers,
  ...jobsHandlers,
  ...jobPartsHandlers,
  ...appointmentsHandlers,
  ...draftsHandlers,
  ...historyHandlers,
  ...projectsHandlers,
  ...setupRecordsHandlers,
  ...notesHandlers,
  ...messagesHandlers,
  ...timesheetsHandlers,
  ...vendorsHandlers,
  ...catalogueHandlers,
  ...skusHandlers,
  ...purchaseOrdersHandlers,
  ...orderTemplatesHandlers,
  ...billsHandlers,
  ...invoicesHandlers,
  ...customerMailsHandlers,
  ...payablesHandlers,
  ...paymentsHandlers,
  ...postingsHandlers,
  ...receivablesHandlers,
  ...statementsHandlers,
  ...accountingPeriodsHandlers,
  ...replenishmentHandlers,
  ...vendorReturnsHandlers,
};
