import type { BillCardView } from '#contract/bill.ts';
import type { EndpointName } from '#contract/endpoints.ts';
import { type BooksCommand, decideBooks } from '#domain/bills/books.ts';
import { billGate } from '#domain/bills/gate.ts';
import { reversalRefusal } from '#domain/bills/reverse.ts';
import type { Stamp } from '#domain/purchasing/purchase-order.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { mayCall } from '../../lib/session.ts';

export type BillCommandName = 'enter' | 'agree' | 'judge' | 'cancel' | BooksCommand;
/** Why a step cannot be taken now, in words; undefined where it can. */
export type WhyNot = (command: BillCommandName) => string | undefined;

const ENDPOINTS = {
  enter: 'bills.enter',
  agree: 'bills.agree',
  judge: 'bills.judge',
  cancel: 'bills.cancel',
  post: 'bills.books',
  unpost: 'bills.books',
  export: 'bills.books',
} as const satisfies Record<BillCommandName, EndpointName>;

/** The server decides by the same rules (domain/bills): what is refused there says so here before it is asked. */
export function useWhyNot({ bill, differences }: BillCardView): WhyNot {
  const user = useCurrentUser();
  const open = differences.filter(({ isOpen }) => isOpen).length;
  return (command) => {
    if (!mayCall(user, ENDPOINTS[command])) return refusalText('session.forbidden');
    if (command === 'post' || command === 'unpost' || command === 'export') {
      const { syncStatus, paidCents } = bill;
      const reconciled = bill.reconciled as Stamp | null;
      const decision = decideBooks({ reconciled, syncStatus, paidCents }, command);
      return decision.ok ? undefined : refusalText(decision.refusal.code, decision.refusal.params);
    }
    if (command === 'cancel' && bill.reconciled) {
      const refusal = reversalRefusal(
        {
          ...bill,
          reconciled: bill.reconciled as Stamp,
          canceled: null,
          creditOfId: bill.creditOf?.id ?? null,
        },
        bill.creditedBy !== null,
      );
      return refusal ? refusalText(refusal.code, refusal.params) : undefined;
    }
    const refusal = billGate(bill, command, { status: () => bill.status, open: () => open });
    return refusal ? refusalText(refusal.code, refusal.params) : undefined;
  };
}
