import type { MailsAsked } from '#contract/customer-mail.ts';

const MOST_NAMED = 3;

/** "2 e-mails are on their way. Nothing goes to Carl: there is no address that may be written to." */
export function sentText({ mails, skipped }: MailsAsked): string {
  const going = mails.length === 1 ? '1 e-mail is on its way.' : `${mails.length} e-mails are on their way.`;
  if (skipped.length === 0) return going;
  const names = [...new Set(skipped.map(({ customerName }) => customerName))];
  const rest = names.length - MOST_NAMED;
  const who = [...names.slice(0, MOST_NAMED), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
  return `${going} Nothing goes to ${who}: there is no address that may be written to.`;
}
