import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { LONGEST_ORDER } from '#domain/lengths.ts';
import { type Cents, cents } from '#domain/money.ts';
import { Field } from '../../../ui/field.tsx';
import { MoneyText } from '../../../ui/money-text.tsx';
import { onSendKey } from '../../../ui/shortcut.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { CELL_CLASS, FIGURE_CLASS } from '../grid-look.ts';
import { NONE, Off } from '../match-grid.tsx';
import { EntryGrid } from './entry-grid.tsx';
import { totalOf } from './entry-rows.ts';
import type { EntryForm } from './use-entry.ts';

export type EntryFrameProps = {
  form: EntryForm;
  currency: string;
  /** What the paper is expected to come to; null: nobody expects anything. */
  expected: Cents | null;
  /** Before the number and the day: of which order, of whom. */
  head?: ReactNode;
  /** What was refused, and the buttons. */
  foot: ReactNode;
  onSend: () => void;
};

/** The paper's number and day, its lines, what it adds, and what all of it comes to beside what was expected. */
export function EntryFrame({ form, currency, expected, head, foot, onSend }: EntryFrameProps) {
  const { draft, wrong } = form;
  const total = totalOf(draft);
  const charge = (field: 'tax' | 'freight', word: string) => (
    <tr>
      <th scope="row" colSpan={8} className={clsx(CELL_CLASS, 'text-right font-normal text-muted')}>
        {word}
        {wrong.head[field] && <span className="ml-2 text-danger">{wrong.head[field]}</span>}
      </th>
      <td className={clsx(CELL_CLASS, 'px-1! py-0.5!')}>
        <TextField
          size="dense"
          numeric
          inputMode="decimal"
          aria-label={word}
          aria-invalid={wrong.head[field] ? true : undefined}
          value={draft[field]}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => form.onHead({ [field]: target.value })}
        />
      </td>
      <td colSpan={3} className={CELL_CLASS} />
    </tr>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl Enter anywhere in it sends, as in every form
    <div onKeyDown={onSendKey(onSend)}>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2 border-b border-line px-3 py-2">
        {head}
        <Field
          label="Vendor’s number"
          required={form.needsNumber}
          error={wrong.head.vendorInvoiceNumber}
          className="w-44"
        >
          <TextField
            data-first
            maxLength={LONGEST_ORDER.reference}
            value={draft.vendorInvoiceNumber}
            onChange={({ target }) => form.onHead({ vendorInvoiceNumber: target.value })}
          />
        </Field>
        <Field label="Bill date" required error={wrong.head.billDate} className="w-40">
          <TextField
            type="date"
            value={draft.billDate}
            onChange={({ target }) => form.onHead({ billDate: target.value })}
          />
        </Field>
      </div>
      <EntryGrid
        form={form}
        currency={currency}
        foot={
          <>
            {charge('tax', 'Tax')}
            {charge('freight', 'Freight')}
            <tr>
              <th scope="row" colSpan={8} className={clsx(CELL_CLASS, 'text-right font-semibold')}>
                Total
              </th>
              <td className={clsx(FIGURE_CLASS, 'font-semibold')} aria-label="Total of the paper">
                <MoneyText amount={total} />
              </td>
              <td className={FIGURE_CLASS}>{expected === null ? NONE : <MoneyText amount={expected} />}</td>
              <Off amount={expected === null ? null : cents(total - expected)} isFound={total !== expected} />
              <td className={CELL_CLASS} />
            </tr>
          </>
        }
      />
      <div className="flex flex-col gap-2 px-3 py-2">
        {wrong.head.lines && (
          <p role="alert" className="text-danger">
            {wrong.head.lines}
          </p>
        )}
        {foot}
      </div>
    </div>
  );
}
