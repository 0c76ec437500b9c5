import type { EndpointName } from '#contract/endpoints.ts';
import type { OrderCardView } from '#contract/purchase-order.ts';
import { cents } from '#domain/money.ts';
import type { OrderCommandType } from '#domain/purchasing/commands.ts';
import { type Asking, orderGate } from '#domain/purchasing/gate.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { cardOf } from '../../data/purchase-orders.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { mayCall } from '../../lib/session.ts';
import { useValueWording } from '../../parts/use-value-wording.ts';

/** What the mail server says is nobody's to give. */
type PersonsCommand = Exclude<OrderCommandType, 'finishSending'>;
const ENDPOINTS = {
  edit: 'purchaseOrders.update',
  submit: 'purchaseOrders.submit',
  approve: 'purchaseOrders.approve',
  reject: 'purchaseOrders.reject',
  send: 'purchaseOrders.markSent',
  startSending: 'purchaseOrders.send',
  stopSending: 'purchaseOrders.stopSending',
  sendAgain: 'purchaseOrders.send',
  backToPending: 'purchaseOrders.backToPending',
  receive: 'purchaseOrders.receive',
  correctReceipt: 'purchaseOrders.correctReceipt',
  cancelReceipt: 'purchaseOrders.cancelReceipt',
  closeShort: 'purchaseOrders.closeShort',
  cancel: 'purchaseOrders.cancel',
  export: 'purchaseOrders.export',
} as const satisfies Record<PersonsCommand, EndpointName>;

/** Who asks, as the rules want to know it. */
export const askingOf = ({ asking }: OrderCardView, actorId: number): Asking => ({
  actorId,
  actorLimitCents: asking.actorLimitCents === null ? null : cents(asking.actorLimitCents),
  authorLimitCents: asking.authorLimitCents === null ? null : cents(asking.authorLimitCents),
});

/** Why a command cannot be given now, in words; undefined where it can. The server decides by the same gate. */
export type WhyNot = (command: PersonsCommand) => string | undefined;

export function useOrderCommands(view: OrderCardView): WhyNot {
  const user = useCurrentUser();
  const wording = useValueWording();
  return (command) => {
    if (!mayCall(user, ENDPOINTS[command])) return refusalText('session.forbidden');
    const refusal = orderGate(cardOf(view), command, askingOf(view, user.id));
    // The gate knows who by number only.
    const params = { ...refusal?.params, byName: view.order.sending?.byName };
    return refusal ? refusalText(refusal.code, params, wording) : undefined;
  };
}
