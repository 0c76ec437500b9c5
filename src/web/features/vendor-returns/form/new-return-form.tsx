import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { BodyIn } from '#contract/endpoints.ts';
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { Setup } from '#contract/setup.ts';
import type { SetupRecords } from '#contract/setup-record.ts';
import type { ReturnWritten } from '#contract/vendor-return.ts';
import { returnMutations } from '../../../data/vendor-returns.ts';
import { isPassing } from '../../../lib/api.ts';
import { LeaveGuard } from '../../../parts/leave-guard.tsx';
import { Section } from '../../../parts/section.tsx';
import { SetupPicker } from '../../../parts/setup-picker.tsx';
import { type PickedVendor, VendorPicker } from '../../../parts/vendor-picker.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { shortcutLabel, useShortcut } from '../../../ui/shortcut.ts';
import { toast } from '../../../ui/toast-store.ts';
import { rowsOfOrder } from './return-draft.ts';
import { type HeadField, ReturnFields } from './return-fields.tsx';
import { ReturnFoot } from './return-foot.tsx';
import { ReturnLinesEditor } from './return-lines-editor.tsx';
import { useReturnForm } from './use-return-form.ts';

export type NewReturnFormProps = {
  /** null: a free return. */
  order: OrderCardView | null;
  types: SetupRecords;
  units: Setup['businessUnits'];
};
type Body = BodyIn<'vendorReturns.create'>;

/** Of an order's goods, or free: then of whom and for which unit is asked as well. */
export function NewReturnForm({ order, types, units }: NewReturnFormProps) {
  const navigate = useNavigate();
  const active = units.filter((unit) => unit.active);
  // What lies on a shelf goes back: the types that leave it there are the exception.
  const inUse = types.items.filter((type) => type.active);
  const first = inUse.find(({ values }) => values.takesFromStock === true) ?? inUse[0];
  const form = useReturnForm(
    () => ({
      head: { typeId: first?.id ?? null, fee: '', reason: '', memo: '' },
      rows: order ? rowsOfOrder(order, null) : [],
    }),
    types,
  );
  const [vendor, setVendor] = useState<PickedVendor | null>(null);
  const [unitId, setUnitId] = useState<number | null>(active.length === 1 ? active[0]!.id : null);
  const [isAsked, setAsked] = useState(false);
  const [made, setMade] = useState<ReturnWritten | null>(null);
  const create = useMutation(returnMutations.create());
  const underWay = useRef(false);
  const unanswered = useRef<Body | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const missing = new Map<HeadField, string>([
    ...(order || vendor ? [] : [['vendorId', 'Choose a vendor.'] as const]),
    ...(order || unitId !== null ? [] : [['businessUnitId', 'Choose a business unit.'] as const]),
  ]);
  const wrong = new Map<HeadField, string>([...(isAsked ? missing : []), ...form.wrong.head]);

  async function send(): Promise<void> {
    form.ask();
    setAsked(true);
    const [field] = missing.keys();
    if (field) page.current?.querySelector<HTMLElement>(`[data-asks=${field}] input`)?.focus();
    if (field || !form.isReady || underWay.current) return;
    underWay.current = true;
    const body: Body = order
      ? { orderId: order.order.id, ...form.body() }
      : { vendorId: vendor!.id, businessUnitId: unitId!, ...form.body() };
    // After a lost connection the same return goes out under the same key: one intention writes one return.
    const again = unanswered.current;
    const variables = again && JSON.stringify(again) === JSON.stringify(body) ? again : body;
    try {
      setMade(await create.mutateAsync(variables));
    } catch (problem) {
      unanswered.current = isPassing(problem) ? variables : null;
      form.onRefused(problem);
    } finally {
      underWay.current = false;
    }
  }
  // The guard lets go first: it asks as long as the page says there is something unsaved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is made
  useEffect(() => {
    if (!made) return;
    const { id, number } = made.card.vendorReturn;
    toast({ title: `Return ${number} written`, tone: 'success' });
    void navigate({ to: '/vendor-returns/$id', params: { id } });
  }, [made]);
  useShortcut('Mod+Enter', () => void send());
  useEffect(() => page.current?.querySelector<HTMLElement>('[data-asks=vendorId] input')?.focus(), []);
  const currency = order?.order.currency ?? units.find(({ id }) => id === unitId)?.currency ?? 'USD';
  return (
    <div ref={page}>
      <fieldset disabled={create.isPending} className="m-0 min-w-0 border-0 p-0">
        <legend className="sr-only">The return</legend>
        <div className="grid grid-cols-4 gap-x-4 gap-y-2.5 max-lg:grid-cols-2 max-sm:grid-cols-1">
          {!order && (
            <>
              <div data-asks="vendorId">
                <Field label="Vendor" required error={wrong.get('vendorId')}>
                  <VendorPicker value={vendor} onValueChange={setVendor} />
                </Field>
              </div>
              <div data-asks="businessUnitId">
                <Field label="Business unit" required error={wrong.get('businessUnitId')}>
                  <SetupPicker list={active} value={unitId} onValueChange={setUnitId} />
                </Field>
              </div>
            </>
          )}
          <ReturnFields head={form.head} types={types} wrong={wrong} onChange={form.onHead} />
        </div>
        <Section title="What goes back">
          <ReturnLinesEditor
            form={form}
            isOfOrder={order !== null}
            vendorId={order?.order.vendorId ?? vendor?.id ?? null}
            currency={currency}
          />
          <ReturnFoot whole={form.wrong.whole} refused={form.refused}>
            <Button
              variant="primary"
              size="form"
              busy={create.isPending}
              shortcut={shortcutLabel('Mod+Enter')}
              onClick={() => void send()}
            >
              Write return
            </Button>
          </ReturnFoot>
        </Section>
      </fieldset>
      <LeaveGuard when={made === null && (form.isDirty || vendor !== null)} />
    </div>
  );
}
