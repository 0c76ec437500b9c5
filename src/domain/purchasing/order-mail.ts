/** What the e-mail with an order says, until somebody writes it otherwise: the same in the dialog and on the server. */
import { oneLine } from '../messages/one-line.ts';
import { spokenDay } from '../messages/spoken-times.ts';
import type { Day } from '../time.ts';
import type { Papers } from '../vendor/delivery.ts';

export type OrderMailFacts = {
  readonly company: string;
  readonly number: number;
  /** First name of the vendor's contact; may be empty. */
  readonly contact: string;
  readonly requiredOn: Day;
  readonly papers: Papers;
  /** Who sends it. */
  readonly byName: string;
  /** The vendor has it already: that it is no second order must be in the words. */
  readonly isAgain: boolean;
};

export function orderMail(facts: OrderMailFacts): { readonly subject: string; readonly text: string } {
  const { number, requiredOn, papers, isAgain } = facts;
  const [company, contact, byName] = [facts.company, facts.contact, facts.byName].map(oneLine);
  const kinds = [papers.pdf && 'PDF', papers.workbook && 'Excel'].filter(Boolean).join(' and ');
  const what = isAgain
    ? `Here is our purchase order ${number} once more (attached, ${kinds}). It is not a new order: it takes the place of what you have of it.`
    : `Please find our purchase order ${number} attached (${kinds}).`;
  return {
    subject: `Purchase order ${number} from ${company}${isAgain ? ', sent again' : ''}`,
    text: [
      contact === '' ? 'Hello,' : `Hello ${contact},`,
      `${what} We need the goods by ${spokenDay(requiredOn)}.`,
      'Please confirm that you have it, and tell us when you can deliver.',
      [byName, company].filter(Boolean).join('\n'),
    ].join('\n\n'),
  };
}
