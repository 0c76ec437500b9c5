import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { BillWritten } from '#contract/bill.ts';
import type { BodyIn } from '#contract/endpoints.ts';
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { Setup } from '#contract/setup.ts';
import { cents } from '#domain/money.ts';
import { dayOf } from '#domain/time.ts';
import { billMutations, billQueries } from '../../../data/bills.ts';
import { orderQueries } from '../../../data/purchase-orders.ts';
import { isPassing } from '../../../lib/api.ts';
import { BILL_STATUS_WORDS } from '../../../lib/bill-words.ts';
import { clock } from '../../../lib/clock.ts';
import { formatMoney } from '../../../lib/format.ts';
import { LeaveGuard } from '../../../parts/leave-guard.tsx';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { SetupPicker } from '../../../parts/setup-picker.tsx';
import { type PickedVendor, VendorPicker } from '../../../parts/vendor-picker.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { ProblemBanner } from '../../../ui/problem-banner.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { shortcutLabel } from '../../../ui/shortcut.ts';
import { toast } from '../../../ui/toast-store.ts';
import { BillLink } from '../bill-facts.tsx';
import { EntryFrame } from '../entry/entry-frame.tsx';
import { useEntry } from '../entry/use-entry.ts';
import { filledIn, linesOf, NOTHING_EXPECTED } from './new-bill-values.ts';
import { OrderPicker, type PickedOrder } from './order-picker.tsx';

type Body = BodyIn<'bills.create'>;
export type NewBillFormProps = {
  units: Setup['businessUnits'];
  /** The one the address names. */
  order: OrderCardView | null;
  zone: string;
};

/** Whose it is, then the paper as it is written. What differs is told once it is keyed in. */
export function NewBillForm({ units, order: given, zone }: NewBillFormProps) {
  const navigate = useNavigate();
  const [of, setOf] = useState<'order' | 'vendor'>('order');
  const [picked, setPicked] = useState<PickedOrder | null>(given?.order ?? null);
  const [vendor, setVendor] = useState<PickedVendor | null>(null);
  const [unitId, setUnitId] = useState<number | null>(units.length === 1 ? units[0]!.id : null);
  const [isAsked, setAsked] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [made, setMade] = useState<BillWritten | null>(null);
  const unanswered = useRef<Body | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const create = useMutation(billMutations.create());
  const read = useQuery({ ...orderQueries.detail(picked?.id ?? 0), enabled: picked !== null });
  const order = of === 'order' ? (read.data ?? null) : null;
  const start = (card: OrderCardView | null) => ({
    lines: card ? linesOf(card) : [],
    expected: NOTHING_EXPECTED,
  });
  const form = useEntry({
    ...start(given),
    vendorInvoiceNumber: '',
    billDate: dayOf(clock.now(), zone),
    needsNumber: true,
  });
  const orderId = order?.order.id ?? null;
  const shown = useRef(given?.order.id ?? null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order has other lines; the same one, read again, has not
  useEffect(() => {
    if (shown.current === orderId) return;
    shown.current = orderId;
    form.restart(start(order));
  }, [orderId]);
  const others = useQuery({ ...billQueries.ofOrder(orderId ?? 0), enabled: orderId !== null });
  const standing = (others.data?.items ?? []).filter(({ status }) => status !== 'Canceled');
  const currency =
    order?.order.currency ?? units.find(({ id }) => id === unitId)?.currency ?? units[0]?.currency ?? '';
  const isMissing = of === 'order' ? orderId === null : vendor === null || unitId === null;
  const whose = isAsked && isMissing;

  async function send(): Promise<void> {
    if (create.isPending) return;
    setAsked(true);
    setError(null);
    const paper = form.ask();
    if (!paper || isMissing) {
      requestAnimationFrame(() => page.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    const body: Body =
      of === 'order'
        ? { orderId, ...paper }
        : { orderId: null, vendorId: vendor!.id, businessUnitId: unitId, ...paper };
    // After a lost connection the same paper goes out under the same key: one intention makes one bill.
    const again = unanswered.current;
    const variables = again && JSON.stringify(again) === JSON.stringify(body) ? again : body;
    try {
      setMade(await create.mutateAsync(variables));
    } catch (problem) {
      unanswered.current = isPassing(problem) ? variables : null;
      setError(problem);
    }
  }
  // The guard lets go first: it asks as long as the page says there is something unsaved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is made
  useEffect(() => {
    if (!made) return;
    const { id, number } = made.card.bill;
    toast({ title: `Bill ${number} is keyed in`, tone: 'success' });
    void navigate({ to: '/bills/$id', params: { id } });
  }, [made]);
  useEffect(() => page.current?.querySelector<HTMLElement>('input')?.focus(), []);
  return (
    <div ref={page} className="flex flex-col gap-3 px-5 py-3.5 max-sm:px-3">
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="text-xl leading-7 font-semibold">New bill</h1>
        <Segmented
          label="Of what"
          value={of}
          onValueChange={setOf}
          options={[
            { value: 'order', label: 'Of an order' },
            { value: 'vendor', label: 'Of a vendor alone' },
          ]}
        />
      </div>
      {standing.length > 0 && (
        <ProblemBanner
          tone="info"
          title="This order has bills already."
          messages={standing.map((one) => (
            <span key={one.id}>
              <BillLink to={one} />, {BILL_STATUS_WORDS[one.status].toLowerCase()},{' '}
              {formatMoney(cents(one.payableCents), one.currency)}. Is the paper its own, enter it there.
            </span>
          ))}
        />
      )}
      <div className="overflow-hidden rounded-lg border border-line bg-surface">
        <EntryFrame
          key={orderId}
          form={form}
          currency={currency}
          expected={null}
          onSend={() => void send()}
          head={
            of === 'order' ? (
              <Field label="Order" required error={whose ? 'Of which order?' : undefined} className="w-56">
                <OrderPicker value={picked} onValueChange={setPicked} />
              </Field>
            ) : (
              <>
                <Field
                  label="Vendor"
                  required
                  error={whose && !vendor ? 'From whom?' : undefined}
                  className="w-56"
                >
                  <VendorPicker value={vendor} onValueChange={setVendor} />
                </Field>
                <Field
                  label="Business unit"
                  required
                  error={whose && unitId === null ? 'For which unit?' : undefined}
                  className="w-48"
                >
                  <SetupPicker list={units} value={unitId} onValueChange={setUnitId} />
                </Field>
              </>
            )
          }
          foot={
            <>
              <ProblemNote error={error} />
              <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
              <div className="flex flex-wrap items-center justify-end gap-2">
                {order && (
                  <>
                    <Button onClick={() => form.fill(filledIn(form.draft.rows))}>
                      Fill in all that was ordered
                    </Button>
                    <span className="flex-1" />
                  </>
                )}
                <Button
                  variant="primary"
                  busy={create.isPending}
                  shortcut={shortcutLabel('Mod+Enter')}
                  onClick={() => void send()}
                >
                  Key it in
                </Button>
              </div>
            </>
          }
        />
      </div>
      <LeaveGuard when={form.isDirty && made === null} />
    </div>
  );
}
