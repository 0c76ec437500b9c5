import { MutationObserver, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { OrderSummary } from '#contract/order-summary.ts';
import type { OrderWritten } from '#contract/purchase-order.ts';
import { orderMutations, orderQueries } from '../../../data/purchase-orders.ts';
import { toldError } from '../../../lib/told-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Tag, type Tone } from '../../../ui/tag.tsx';

export type SendManyProps = {
  selected: readonly OrderSummary[];
  /** Nothing was done. */
  onClose: () => void;
  /** The selection has served. */
  onDone: () => void;
};

type Outcome =
  | { readonly kind: 'waiting' | 'trying' | 'queued' | 'sent' | 'notTried' }
  | { readonly kind: 'refused'; readonly why: string };
const LOOK: Readonly<Record<Outcome['kind'], readonly [word: string, tone: Tone]>> = {
  waiting: ['', 'neutral'],
  trying: ['Asking…', 'info'],
  queued: ['On its way', 'success'],
  sent: ['Sent', 'success'],
  refused: ['Not sent', 'danger'],
  notTried: ['Not tried', 'warning'],
};

/**
 * Many orders, each to its own vendor with the usual words, each decided by itself: what became of every one stays to be
 * read. One after the other, so that they can be stopped.
 */
export function SendMany({ selected, onClose, onDone }: SendManyProps) {
  const formId = useId();
  const client = useQueryClient();
  // The list behind reads itself anew while they go.
  const [orders] = useState(selected);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<number, Outcome> | null>(null);
  const [isRunning, setRunning] = useState(false);
  const stopped = useRef(false);
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );
  const submit = useRef<HTMLButtonElement>(null);
  const told = (id: number, outcome: Outcome) => setOutcomes((known) => new Map(known).set(id, outcome));

  async function send(event: FormEvent) {
    event.preventDefault();
    if (outcomes !== null) return;
    setOutcomes(new Map());
    setRunning(true);
    stopped.current = false;
    for (const { id, version } of orders) {
      if (stopped.current) {
        told(id, { kind: 'notTried' });
        continue;
      }
      told(id, { kind: 'trying' });
      told(id, await one(id, version));
    }
    setRunning(false);
    void client.invalidateQueries({ queryKey: orderQueries.lists() });
  }
  const one = (id: number, version: number): Promise<Outcome> =>
    new MutationObserver(client, orderMutations.sendOneOfMany())
      .mutate({ id, expected: [{ kind: 'purchaseOrder', id, version }] })
      .then(
        ({ card }: OrderWritten) => ({ kind: card.order.sending ? ('queued' as const) : ('sent' as const) }),
        (error: unknown) => ({ kind: 'refused' as const, why: toldError(error) }),
      );

  const close = () => {
    if (isRunning) stopped.current = true;
    else if (outcomes) onDone();
    else onClose();
  };
  const count = (kind: Outcome['kind']) => orders.filter(({ id }) => outcomes?.get(id)?.kind === kind).length;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={orders.length === 1 ? 'Send 1 order' : `Send ${orders.length} orders`}
      description="Each goes to its vendor’s own address, with the usual words and the papers the vendor gets. One that is refused leaves the others alone."
      width="wide"
      keepOnOutsidePress
      initialFocus={submit}
      footer={
        <>
          <Button size="form" onClick={close}>
            {isRunning ? 'Stop' : outcomes ? 'Close' : 'Do not send'}
          </Button>
          {!outcomes && (
            <Button ref={submit} size="form" type="submit" form={formId} variant="primary">
              Send
            </Button>
          )}
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void send(event)} className="pb-1">
        {outcomes && (
          <p role="status" className="mb-2">
            {[
              `${count('queued') + count('sent')} of ${orders.length} ${isRunning ? 'so far' : 'on their way or sent'}`,
              count('refused') > 0 && `${count('refused')} not sent`,
              count('notTried') > 0 && `${count('notTried')} not tried`,
            ]
              .filter(Boolean)
              .join(', ')}
            .{' '}
            {count('queued') > 0 &&
              'What is on its way counts as sent once the mail server has taken it; the list says which it did not take.'}
          </p>
        )}
        <table className="w-full border-collapse">
          <caption className="sr-only">Orders to send</caption>
          <thead>
            <tr className="text-left text-xs text-muted">
              <th className="w-20 py-1 font-medium">Order</th>
              <th className="py-1 font-medium">Vendor</th>
              <th className="w-1/2 py-1 font-medium">{outcomes ? 'What became of it' : ''}</th>
            </tr>
          </thead>
          <tbody>
            {orders.map(({ id, number, vendorName }) => (
              <tr key={id} className="border-t border-line align-top">
                <th scope="row" className="py-1 text-left font-semibold tabular-nums">
                  {number}
                </th>
                <td className="py-1 pr-2 wrap-anywhere">
                  <bdi>{vendorName}</bdi>
                </td>
                <td className="py-1">
                  <Became outcome={outcomes?.get(id) ?? { kind: 'waiting' }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </form>
    </Dialog>
  );
}

function Became({ outcome }: { outcome: Outcome }) {
  const [word, tone] = LOOK[outcome.kind];
  return (
    <span className="flex flex-wrap items-start gap-x-2 wrap-anywhere">
      {word !== '' && <Tag tone={tone}>{word}</Tag>}
      {outcome.kind === 'refused' && <span className="min-w-0 flex-1 basis-48">{outcome.why}</span>}
    </span>
  );
}
