/** For every route a request that succeeds, with fresh records behind it: what the sweeps start from and then break. */
import type { EndpointName } from '#contract/endpoints.ts';
import type { Maker } from './fresh-cards.ts';
import { administrationRequests } from './requests/administration.ts';
import { appointmentsRequests } from './requests/appointments.ts';
import { billsRequests } from './requests/bills.ts';
import { boardRequests } from './requests/board.ts';
import { capacityRequests } from './requests/capacity.ts';
import { catalogueRequests } from './requests/catalogue.ts';
import { customerMailsRequests } from './requests/customer-mails.ts';
import { customersRequests } from './requests/customers.ts';
import { draftsRequests } from './requests/drafts.ts';
import { filesRequests } from './requests/files.ts';
import { historyRequests } from './requests/history.ts';
import { importsRequests } from './requests/imports.ts';
import { invoicesRequests } from './requests/invoices.ts';
import { jobPartsRequests } from './requests/job-parts.ts';
import { jobsRequests } from './requests/jobs.ts';
import { messagesRequests } from './requests/messages.ts';
import { notesRequests } from './requests/notes.ts';
import { orderTemplatesRequests } from './requests/order-templates.ts';
import { payablesRequests } from './requests/payables.ts';
import { paymentsRequests } from './requests/payments.ts';
import { accountingPeriodsRequests } from './requests/periods.ts';
import { postingsRequests } from './requests/postings.ts';
import { presenceRequests } from './requests/presence.ts';
import { projectsRequests } from './requests/projects.ts';
import { purchaseOrdersRequests } from './requests/purchase-orders.ts';
import { receivablesRequests } from './requests/receivables.ts';
import { replenishmentRequests } from './requests/replenishment.ts';
import { sessionRequests } from './requests/session.ts';
import { setupRecordsRequests } from './requests/setup.ts';
import { skusRequests } from './requests/skus.ts';
import { statementsRequests } from './requests/statements.ts';
import { timesheetsRequests } from './requests/timesheets.ts';
import { vendorReturnsRequests } from './requests/vendor-returns.ts';
import { vendorsRequests } from './requests/vendors.ts';
import { viewsRequests } from './requests/views.ts';

export const REQUESTS: Readonly<Record<EndpointName, Maker>> = {
  ...administrationRequests,
  ...appointmentsRequests,
  ...boardRequests,
  ...capacityRequests,
  ...customersRequests,
  ...draftsRequests,
  ...filesRequests,
  ...historyRequests,
  ...importsRequests,
  ...jobsRequests,
  ...jobPartsRequests,
  ...notesRequests,
  ...messagesRequests,
  ...presenceRequests,
  ...projectsRequests,
  ...sessionRequests,
  ...setupRecordsRequests,
  ...timesheetsRequests,
  ...vendorsRequests,
  ...catalogueRequests,
  ...skusRequests,
  ...purchaseOrdersRequests,
  ...orderTemplatesRequests,
  ...billsRequests,
  ...invoicesRequests,
  ...customerMailsRequests,
  ...payablesRequests,
  ...paymentsRequests,
  ...postingsRequests,
  ...receivablesRequests,
  ...statementsRequests,
  ...accountingPeriodsRequests,
  ...vendorReturnsRequests,
  ...replenishmentRequests,
  ...viewsRequests,
};
