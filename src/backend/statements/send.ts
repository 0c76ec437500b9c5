/** Statements to their customers by e-mail, each in one of its own: its number is in the subject. */
import type { MailsAsked } from '#contract/customer-mail.ts';
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { cents } from '#domain/money.ts';
import { decideCustomerMail, statementMail } from '#domain/receivables/customer-mail.ts';
import { addMails, billingAddresses, inOwnWords, type NewMail } from '../receivables/mails.ts';
import { companyName } from '../receivables/printed-invoice.ts';
import { auditDone } from '../write/audit-done.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { must } from '../write/must.ts';
import { summariesOf } from './statements.ts';

/** @throws ProblemError record.not_found (404), mail.no_server (409), mail.no_address, mail.bad_address (422) */
export async function sendStatements(
  tx: Transaction,
  context: CommandContext,
  { statementIds, to, ...words }: BodyOf<'statements.send'>,
): Promise<MailsAsked> {
  const found = await summariesOf(tx, context.actor, statementIds);
  if (found.length < statementIds.length) throw new ProblemError('record.not_found', { kind: 'statement' });
  const isOne = found.length === 1;
  if (!isOne && (to || words.subject !== undefined || words.text !== undefined)) {
    throw new ProblemError('request.invalid', {});
  }
  const addresses = await billingAddresses(
    tx,
    found.map(({ customerId }) => customerId),
  );
  const by = { company: await companyName(tx), byName: context.actor.name };
  const ids = await newIds(tx, found.length);
  const mails: NewMail[] = [];
  const skipped: MailsAsked['skipped'] = [];
  for (const [at, one] of found.entries()) {
    const { id, customerId, customerName } = one;
    const decided = decideCustomerMail(context.canMail ?? false, to ?? [addresses.get(customerId) ?? '']);
    // Of many, those that cannot be written to are told of; of one it is a refusal.
    if (!isOne && !decided.ok && decided.refusal.code !== 'mail.no_server') {
      skipped.push({ documentId: id, customerId, customerName });
      continue;
    }
    const made = statementMail({ ...one, closingCents: cents(one.closingCents) }, by);
    mails.push({
      id: ids[at]!,
      customerId,
      to: must(decided),
      ...made,
      ...inOwnWords(words),
      documentIds: [id],
    });
  }
  await addMails(tx, context, 'Statement', 'statement', mails);
  await auditDone(tx, context, 'statement.send', undefined, { mails: mails.length, skipped: skipped.length });
  return {
    mails: mails.map(({ id, customerId, to: sentTo, documentIds }) => ({
      id,
      customerId,
      to: [...sentTo],
      documentIds: [...documentIds],
    })),
    skipped,
  };
}
