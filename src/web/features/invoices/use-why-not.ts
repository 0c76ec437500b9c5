import type { EndpointName } from '#contract/endpoints.ts';
import type { InvoiceCardView } from '#contract/invoice.ts';
import { type InvoiceCommand, invoiceGate } from '#domain/invoices/decide.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { cardOf } from '../../data/invoices.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { mayCall } from '../../lib/session.ts';

type Asked = Extract<InvoiceCommand, 'edit' | 'editItems' | 'apply' | 'review' | 'void' | 'correct'>;
/** Why a step cannot be taken now, in words; undefined where it can. */
export type WhyNot = (command: Asked) => string | undefined;

const ENDPOINTS: Readonly<Record<Asked, EndpointName>> = {
  edit: 'invoices.update',
  editItems: 'invoices.editItems',
  apply: 'payments.create',
  review: 'invoices.review',
  void: 'invoices.void',
  correct: 'invoices.correct',
};

/** The server decides by the same rule (`invoiceGate`): what is refused there says so here before it is asked. */
export function useWhyNot(card: InvoiceCardView): WhyNot {
  const user = useCurrentUser();
  return (command) => {
    if (!mayCall(user, ENDPOINTS[command])) return refusalText('session.forbidden');
    const refusal = invoiceGate(cardOf(card), command);
    return refusal ? refusalText(refusal.code, refusal.params) : undefined;
  };
}
