import { useEffect, useMemo, useRef } from 'react';
import { AllocationGrid } from '../../../parts/allocation/allocation-grid.tsx';
import { LeaveGuard } from '../../../parts/leave-guard.tsx';
import { useShortcut } from '../../../ui/shortcut.ts';
import { openCents } from './allocation.ts';
import { FillBar } from './fill-bar.tsx';
import { openBillLook } from './open-bill-look.tsx';
import { PayAside } from './pay-aside.tsx';
import { type PayFormOf, usePayForm } from './use-pay-form.ts';

export type PayFormProps = PayFormOf & {
  /** It is paid, the panel is about to go. */
  isPaid: boolean;
  onClose: () => void;
};

/** The open bills with what of each is paid, and how. */
export function PayForm({ isPaid, onClose, ...of }: PayFormProps) {
  const { payee, open, today } = of;
  const form = usePayForm(of);
  const { allocation } = form;
  const look = useMemo(() => openBillLook(today), [today]);
  const frame = useRef<HTMLFieldSetElement>(null);
  useShortcut('Mod+Enter', () => void form.send());
  // What was opened is where one types: the bill that is due first.
  useEffect(() => frame.current?.querySelector<HTMLElement>('[data-row]')?.focus(), []);
  return (
    <fieldset
      ref={frame}
      disabled={form.isSending}
      className="m-0 flex min-h-0 min-w-0 flex-1 border-0 p-0 max-lg:flex-col max-lg:overflow-y-auto"
    >
      <legend className="sr-only">Pay {payee.vendorName}</legend>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col max-lg:flex-none">
        <FillBar
          allocation={allocation}
          currency={payee.currency}
          today={today}
          hasCredits={open.some((bill) => openCents(bill) < 0)}
          onFilled={form.onFilled}
        />
        <AllocationGrid
          label={`Open bills of ${payee.vendorName}`}
          rows={allocation.bills}
          look={look}
          typed={allocation.typed}
          wrong={form.wrong}
          onType={form.onType}
          onTickAll={(isOn) => {
            form.onFilled();
            allocation.tickAll(isOn);
          }}
          onEscape={onClose}
        />
      </div>
      <PayAside form={form} currency={payee.currency} today={today} />
      <LeaveGuard when={form.isDirty && !isPaid} openBy="pay" />
    </fieldset>
  );
}
