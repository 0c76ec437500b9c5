/**
 * The endpoint table without its schemas: method, path, roles, how it may be repeated, what the audit says. The
 * browser's first load needs this much and no validation library; `endpoints.ts` adds the schemas.
 */

import { administration } from './routes/administration.ts';
import { appointments } from './routes/appointments.ts';
import { bills } from './routes/bills.ts';
import { board } from './routes/board.ts';
import { capacity } from './routes/capacity.ts';
import { catalogue } from './routes/catalogue.ts';
import { customerMails } from './routes/customer-mails.ts';
import { customers } from './routes/customers.ts';
import { drafts } from './routes/drafts.ts';
import { files } from './routes/files.ts';
import { history } from './routes/history.ts';
import { imports } from './routes/imports.ts';
import { invoices } from './routes/invoices.ts';
import { jobParts } from './routes/job-parts.ts';
import { jobs } from './routes/jobs.ts';
import { messages } from './routes/messages.ts';
import { notes } from './routes/notes.ts';
import { orderTemplates } from './routes/order-templates.ts';
import { payables } from './routes/payables.ts';
import { payments } from './routes/payments.ts';
import { accountingPeriods } from './routes/periods.ts';
import { postings } from './routes/postings.ts';
import { presence } from './routes/presence.ts';
import { projects } from './routes/projects.ts';
import { purchaseOrders } from './routes/purchase-orders.ts';
import { receivables } from './routes/receivables.ts';
import { replenishment } from './routes/replenishment.ts';
import { session } from './routes/session.ts';
import { setupRecords } from './routes/setup.ts';
import { skus } from './routes/skus.ts';
import { statements } from './routes/statements.ts';
import { timesheets } from './routes/timesheets.ts';
import { vendorReturns } from './routes/vendor-returns.ts';
import { vendors } from './routes/vendors.ts';
import { views } from './routes/views.ts';

export const routes = {
  ...session,
  ...board,
  ...customers,
  ...capacity,
  ...jobs,
  ...jobParts,
  ...appointments,
  ...drafts,
  ...history,
  ...presence,
  ...projects,
  ...imports,
  ...setupRecords,
  ...administration,
  ...notes,
  ...messages,
  ...files,
  ...vendors,
  ...catalogue,
  ...skus,
  ...purchaseOrders,
  ...orderTemplates,
  ...bills,
  ...invoices,
  ...customerMails,
  ...payables,
  ...payments,
  ...postings,
  ...receivables,
  ...statements,
  ...accountingPeriods,
  ...replenishment,
  ...vendorReturns,
  ...views,
  ...timesheets,
} as const;

export type EndpointName = keyof typeof routes;
export const endpointNames = Object.keys(routes) as EndpointName[];
