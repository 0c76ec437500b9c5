import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import { type OrderCardView, updateOrder } from '#contract/purchase-order.ts';
import { cents, percentOfRate, rate } from '#domain/money.ts';
import { totalsOf } from '#domain/purchasing/amounts.ts';
import { cardOf, orderMutations } from '../../data/purchase-orders.ts';
import type { Versioned } from '../../data/versions.ts';
import { formatMoney } from '../../lib/format.ts';
import { EditableField } from '../../parts/editable-field.tsx';
import { AmountControl, TaxControl } from './amount-controls.tsx';
import type { WhyLocked } from './why-locked.ts';

const rules = updateOrder.shape.changes.unwrap().shape;

export type OrderTotalsProps = { card: OrderCardView; zone: string; whyLocked: WhyLocked };

/** What the order comes to, by the domain's own sums: tax at a rate until somebody types an amount over it. */
export function OrderTotals({ card, zone, whyLocked }: OrderTotalsProps) {
  const { mutateAsync } = useMutation(orderMutations.step('update'));
  const { order } = card;
  const totals = totalsOf(cardOf(card));
  const money = (amount: number) => (
    <span className="tabular-nums">{formatMoney(cents(amount), order.currency)}</span>
  );
  const common = <Name extends 'tax' | 'shippingCents'>(field: Name) => ({
    field,
    zone,
    value: order[field],
    schema: rules[field] as z.ZodType<unknown, unknown>,
    versions: [{ kind: 'purchaseOrder', id: order.id, version: order.version }] satisfies Versioned[],
    lockedBecause: whyLocked(field),
    onSave: (value: OrderCardView['order'][Name], expected: readonly Versioned[]) =>
      mutateAsync({ id: order.id, changes: { [field]: value }, expected }),
  });
  const taxWords = order.tax.kind === 'Rate' ? `${percentOfRate(rate(order.tax.rate))} %` : 'typed';
  return (
    <section
      aria-label="Totals"
      className="ml-auto grid w-full max-w-2xl grid-cols-2 items-start gap-x-5 gap-y-1 sm:grid-cols-4"
    >
      <div>
        <p className="mb-0.5 text-xs text-muted">Subtotal</p>
        <p className="flex min-h-8 items-center text-base">{money(totals.subtotalCents)}</p>
      </div>
      <EditableField label="Tax" {...common('tax')} control={(edit) => <TaxControl {...edit} />}>
        {money(totals.taxCents)} <span className="text-xs whitespace-nowrap text-muted">{taxWords}</span>
      </EditableField>
      <EditableField
        label="Shipping"
        {...common('shippingCents')}
        control={(edit) => <AmountControl {...edit} />}
      >
        {money(totals.shippingCents)}
      </EditableField>
      <div>
        <p className="mb-0.5 text-xs text-muted">Total</p>
        <p className="flex min-h-8 items-center text-base font-semibold">{money(totals.totalCents)}</p>
      </div>
    </section>
  );
}
