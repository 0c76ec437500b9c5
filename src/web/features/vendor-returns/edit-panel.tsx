import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { SetupRecords } from '#contract/setup-record.ts';
import type { ReturnCardView } from '#contract/vendor-return.ts';
import { cents, decimalOfCents } from '#domain/money.ts';
import { orderQueries } from '../../data/purchase-orders.ts';
import { setupRecordQueries } from '../../data/setup-records.ts';
import { returnVersions } from '../../data/vendor-returns.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Section } from '../../parts/section.tsx';
import { useGuardedClose } from '../../parts/use-guarded-close.tsx';
import { Button } from '../../ui/button.tsx';
import { onSendKey, shortcutLabel } from '../../ui/shortcut.ts';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { rowsKept, rowsOfOrder } from './form/return-draft.ts';
import { ReturnFields } from './form/return-fields.tsx';
import { ReturnFoot } from './form/return-foot.tsx';
import { ReturnLinesEditor } from './form/return-lines-editor.tsx';
import { useReturnForm } from './form/use-return-form.ts';
import type { ReturnSteps } from './use-return-steps.ts';

export type EditPanelProps = { card: ReturnCardView; steps: ReturnSteps; onClose: () => void };

/** A return that has not gone back, changed where it stands: of an order with all that could be on it. */
export function EditPanel(props: EditPanelProps) {
  const { orderId } = props.card.vendorReturn;
  const types = useQuery(setupRecordQueries.list('returnType'));
  const order = useQuery({ ...orderQueries.detail(orderId ?? 0), enabled: orderId !== null });
  const error = types.error ?? order.error;
  if (error) return <ProblemNote error={error} />;
  if (!types.data || (orderId !== null && !order.data)) {
    return <SkeletonRows rows={4} label="Loading what can go back" />;
  }
  return <EditForm {...props} types={types.data} order={order.data ?? null} />;
}

type EditFormProps = EditPanelProps & { types: SetupRecords; order: OrderCardView | null };

function EditForm({ card, steps, onClose, types, order }: EditFormProps) {
  const { vendorReturn: back } = card;
  // What it was opened on: others' changes since are told before they are overwritten.
  const [base] = useState(() => returnVersions(card));
  const form = useReturnForm(
    () => ({
      head: {
        typeId: back.typeId,
        fee: back.restockingFeeCents === 0 ? '' : decimalOfCents(cents(back.restockingFeeCents)),
        reason: back.reason,
        memo: back.memo,
      },
      rows: order ? rowsOfOrder(order, card) : rowsKept(card),
    }),
    types,
  );
  const isSending = steps.sending === 'update';
  const { close, guard } = useGuardedClose(form.isDirty && !isSending, onClose);
  const send = () => {
    form.ask();
    if (!form.isReady || isSending) return;
    const { lines, ...changes } = form.body();
    void steps.send({
      step: 'update',
      body: { changes, lines },
      verb: 'Save',
      done: `Return ${back.number} is changed`,
      base,
      onRefused: form.onRefused,
      onDone: onClose,
    });
  };
  return (
    <Section title="Change the return">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl Enter anywhere in it sends, as in every form */}
      <div onKeyDown={onSendKey(send)}>
        <div className="grid grid-cols-4 gap-x-4 gap-y-2.5 border-b border-line px-3 py-2 max-lg:grid-cols-2 max-sm:grid-cols-1">
          <ReturnFields head={form.head} types={types} wrong={form.wrong.head} onChange={form.onHead} />
        </div>
        <ReturnLinesEditor
          form={form}
          isOfOrder={order !== null}
          vendorId={back.vendorId}
          currency={back.currency}
        />
        <ReturnFoot whole={form.wrong.whole} refused={form.refused}>
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" busy={isSending} shortcut={shortcutLabel('Mod+Enter')} onClick={send}>
            Save
          </Button>
        </ReturnFoot>
      </div>
      {guard}
    </Section>
  );
}
