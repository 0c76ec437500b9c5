import { useMemo } from 'react';
import type { PaymentChoices } from '#contract/payment.ts';
import { sumCents } from '#domain/money.ts';
import { formatMoney } from '../../../lib/format.ts';
import { AllocationGrid } from '../../../parts/allocation/allocation-grid.tsx';
import { LeaveGuard } from '../../../parts/leave-guard.tsx';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { shortcutLabel, useShortcut } from '../../../ui/shortcut.ts';
import { openInvoiceLook } from '../open-look.tsx';
import { CreditsBar } from './credits-bar.tsx';
import { TakeFields } from './take-fields.tsx';
import { takenSentence } from './taken-sentence.ts';
import { creditsOf } from './taking.ts';
import { type TakeFormOf, useTakeForm } from './use-take-form.ts';

export type TakeFormProps = Omit<TakeFormOf, 'units'> & {
  choices: PaymentChoices;
  /** It is taken, the page is about to go. */
  isTaken: boolean;
  onEscape: () => void;
};

/** How much was paid and how, what of it each open invoice gets, and in a sentence what that makes. */
export function TakeForm({ choices, isTaken, onEscape, ...of }: TakeFormProps) {
  const { open } = of;
  const form = useTakeForm({ ...of, units: choices.businessUnits });
  const { unit, rows, figures } = form;
  const look = useMemo(() => openInvoiceLook(unit.today), [unit.today]);
  useShortcut('Mod+Enter', () => void form.send());
  const credits = creditsOf(open.items, unit.currency);
  const elsewhere = new Set(
    open.items
      .filter((one) => one.kind === 'invoice' && one.openCents > 0 && one.currency !== unit.currency)
      .map(({ currency }) => currency),
  );
  return (
    <fieldset
      disabled={form.isSending}
      className="m-0 flex min-h-0 min-w-0 flex-1 flex-col border-0 p-0 max-lg:overflow-y-auto"
    >
      <legend className="sr-only">A payment of {open.customerName}</legend>
      <TakeFields form={form} customerId={open.customerId} choices={choices} />
      {credits.length > 0 && <CreditsBar customerId={open.customerId} credits={credits} today={unit.today} />}
      {elsewhere.size > 0 && (
        <p className="m-0 border-b border-line px-3 py-1.5 text-muted">
          Open in {[...elsewhere].join(', ')}, too: choose a business unit of that currency for those.
        </p>
      )}
      {rows.length > 0 ? (
        <AllocationGrid
          label={`Open invoices of ${open.customerName}`}
          rows={rows}
          look={look}
          typed={form.typed}
          wrong={form.wrong}
          onType={form.onType}
          onTickAll={form.tickAll}
          onEscape={onEscape}
        />
      ) : (
        <p className="m-0 min-h-0 flex-1 px-3 py-4 text-muted">
          No invoice of <bdi>{open.customerName}</bdi> is open. What is paid stays as credit.
        </p>
      )}
      <footer className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-t border-line-strong bg-surface px-3 py-2">
        <p role="status" aria-label="The payment" className="m-0 min-w-0 flex-1 basis-80 wrap-anywhere">
          {takenSentence(figures, unit.currency, open.customerName)}
        </p>
        {figures.remainders.size > 0 && (
          <Checkbox
            label={`Write off the ${formatMoney(sumCents([...figures.remainders.values()]), unit.currency)} left`}
            checked={form.head.writesOff}
            onChange={({ target }) => form.onHead({ writesOff: target.checked })}
          />
        )}
        {form.whole !== null && (
          <p role="alert" className="m-0 text-danger">
            {form.whole}
          </p>
        )}
        <ProblemNote error={form.refused} />
        <Button
          variant="primary"
          size="form"
          busy={form.isSending}
          shortcut={shortcutLabel('Mod+Enter')}
          onClick={() => void form.send()}
        >
          Take payment
        </Button>
      </footer>
      <LeaveGuard when={form.isDirty && !isTaken} />
    </fieldset>
  );
}
