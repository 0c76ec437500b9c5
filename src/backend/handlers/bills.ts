/** Bills. */
import type { bills as rows } from '#contract/routes/bills.ts';
import { enterBill, judgeBill } from '../bills/commands.ts';
import { createBill } from '../bills/create.ts';
import { checkBillImport, importBills } from '../bills/import.ts';
import { billPage } from '../bills/list.ts';
import { agreeMany, billsInBooks } from '../bills/many.ts';
import { billCardOf } from '../bills/queries.ts';
import { cancelBill } from '../bills/reverse.ts';
import { stepBill } from '../bills/run.ts';
import { auditedCheck } from '../list-imports/audited-check.ts';
import { created, type Handlers, idOf, ok } from './ask.ts';

export const billsHandlers: Handlers<keyof typeof rows> = {
  'bills.list': ({ tx, context, query }) => ok(billPage(tx, context.actor, query)),
  'bills.get': ({ tx, context, params }) => ok(billCardOf(tx, context.actor, idOf(params))),
  'bills.create': ({ tx, context, body }) => created(createBill(tx, context, body)),
  'bills.enter': ({ tx, context, params, body }) => ok(enterBill(tx, context, idOf(params), body)),
  'bills.agree': ({ tx, context, params, body }) =>
    ok(stepBill(tx, context, idOf(params), 'bill.agreed', body.expected, [{ type: 'agree' }])),
  'bills.judge': ({ tx, context, params, body }) => ok(judgeBill(tx, context, idOf(params), body)),
  'bills.cancel': ({ tx, context, params, body }) => ok(cancelBill(tx, context, idOf(params), body)),
  'bills.agreeMany': ({ tx, context, body }) => ok(agreeMany(tx, context, body)),
  'bills.checkImport': ({ tx, context, body }) =>
    ok(auditedCheck(tx, context, 'bill.check-import', checkBillImport(tx, context, body))),
  'bills.import': ({ tx, context, body }) => ok(importBills(tx, context, body)),
  'bills.books': ({ tx, context, body }) => ok(billsInBooks(tx, context, body)),
};
