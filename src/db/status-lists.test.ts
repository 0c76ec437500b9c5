import { expect, test } from 'vitest';
import { IMPORT_STATUSES } from '#domain/import-steps.ts';
import {
  APPOINTMENT_STATUSES,
  ASSIGNMENT_STATUSES,
  INVOICE_SYNC_STATUSES,
  JOB_STATUSES,
} from '#domain/job/job-card.ts';
import { MESSAGE_CHANNELS } from '#domain/messages/channels.ts';
import { MESSAGE_FAULTS, MESSAGE_STATUSES } from '#domain/messages/sending.ts';
import { OWNER_KINDS } from '#domain/notes.ts';
import { DUE_BY } from '#domain/payment-term.ts';
import { SEND_STATES } from '#domain/purchasing/sends.ts';
import { RETURN_STATUSES } from '#domain/purchasing/vendor-return.ts';
import { CUSTOMER_MAIL_KINDS } from '#domain/receivables/customer-mail.ts';
import { STATEMENT_KINDS } from '#domain/receivables/statement.ts';
import { OCCUPANCY_KINDS } from '#domain/schedule/occupancy.ts';
import { GL_ACCOUNT_KINDS, ORDERING_ROLES } from '#domain/setup/book-kinds.ts';
import { INVENTORY_LOCATION_KINDS } from '#domain/setup/purchasing-kinds.ts';
import { SKU_KINDS } from '#domain/sku/sku.ts';
import { MOVEMENT_KINDS } from '#domain/sku/stock.ts';
import { TAX_BASES } from '#domain/tax-rates.ts';
import { DELIVERY_OPTIONS } from '#domain/vendor/delivery.ts';
import { eachEngine } from '#testing/databases.ts';

/** Status names live once, in domain; the database's check constraints must list the very same ones. */
const LISTS: readonly [table: string, column: string, names: readonly string[]][] = [
  ['company.jobs', 'status', JOB_STATUSES],
  ['company.appointments', 'status', APPOINTMENT_STATUSES],
  ['company.assignments', 'status', ASSIGNMENT_STATUSES],
  ['company.invoices', 'sync_status', INVOICE_SYNC_STATUSES],
  ['company.imports', 'status', IMPORT_STATUSES],
  ['company.vendor_returns', 'status', RETURN_STATUSES],
  ['company.occupancy', 'kind', OCCUPANCY_KINDS],
  ['company.vendors', 'delivery_option', DELIVERY_OPTIONS],
  ['company.purchase_order_sends', 'state', SEND_STATES],
  ['company.purchase_order_sends', 'fault', MESSAGE_FAULTS],
  ['company.statements', 'kind', STATEMENT_KINDS],
  ['company.customer_mails', 'kind', CUSTOMER_MAIL_KINDS],
  ['company.customer_mails', 'state', SEND_STATES],
  ['company.customer_mails', 'fault', MESSAGE_FAULTS],
  ['company.skus', 'kind', SKU_KINDS],
  ['company.stock_movements', 'kind', MOVEMENT_KINDS],
  ['company.notes', 'owner_kind', OWNER_KINDS],
  ['company.files', 'owner_kind', OWNER_KINDS],
  ['company.payment_terms', 'due_by', DUE_BY],
  ['company.gl_accounts', 'kind', GL_ACCOUNT_KINDS],
  ['company.tax_rates', 'base', TAX_BASES],
  ['company.inventory_locations', 'kind', INVENTORY_LOCATION_KINDS],
  ['company.approval_limits', 'role', ORDERING_ROLES],
  ['office.messages', 'status', MESSAGE_STATUSES],
  ['office.messages', 'channel', MESSAGE_CHANNELS],
  ['office.messages', 'fault', MESSAGE_FAULTS],
];

eachEngine('status lists', (database) => {
  for (const [table, column, names] of LISTS) {
    test(`${table}.${column} allows exactly the names of the domain`, async () => {
      const rows = await database().transaction({ tenantId: 'system', readOnly: true }, (tx) =>
        tx.query<{ definition: string }>(
          `select pg_get_constraintdef(oid) as definition from pg_constraint
           where conrelid = $1::regclass and contype = 'c' and pg_get_constraintdef(oid) like $2`,
          [table, `%${column} = ANY%`],
        ),
      );
      const listed = [...(rows[0]?.definition ?? '').matchAll(/'([^']+)'::text/g)].map((match) => match[1]);
      expect(listed.sort()).toEqual([...names].sort());
    });
  }
});
