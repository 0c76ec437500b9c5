import { Check, X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { BudgetLineView } from '#contract/project.ts';
import { LONGEST_LABEL } from '#domain/lengths.ts';
import {
  cents,
  centsFromDecimal,
  decimalOfCents,
  decimalOfQuantity,
  quantity,
  quantityFromDecimal,
} from '#domain/money.ts';
import { BUDGET_KINDS, type BudgetKind } from '#domain/project/project.ts';
import { typedNumber } from '../../lib/typed-number.ts';
import { useGuardedClose } from '../../parts/use-guarded-close.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { BUDGET_WORDS, quantityUnit } from './budget-words.ts';
import { cellClass } from './grid.ts';

export type BudgetLineValues = {
  readonly label: string;
  readonly kind: BudgetKind;
  readonly quantity: number | null;
  readonly amountCents: number | null;
};

export type BudgetLineFormProps = {
  line: BudgetLineView | null;
  /** Whoever sees no cost gives none. */
  withAmount: boolean;
  busy: boolean;
  onSave: (values: BudgetLineValues) => void;
  onClose: () => void;
};

/** A row of the budget while it is typed: Enter saves, Escape leaves it. */
export function BudgetLineForm({ line, withAmount, busy, onSave, onClose }: BudgetLineFormProps) {
  const [label, setLabel] = useState(line?.label ?? '');
  const [kind, setKind] = useState<BudgetKind>(line?.kind ?? 'Labor');
  const before = {
    count: line?.quantity == null ? '' : decimalOfQuantity(quantity(line.quantity)),
    amount: line?.amountCents == null ? '' : decimalOfCents(cents(line.amountCents)),
  };
  const [count, setCount] = useState(before.count);
  const [amount, setAmount] = useState(before.amount);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const isDirty =
    label !== (line?.label ?? '') ||
    kind !== (line?.kind ?? 'Labor') ||
    count !== before.count ||
    amount !== before.amount;
  const { close, guard } = useGuardedClose(isDirty && !busy, onClose);
  function save() {
    const parsed = {
      quantity: typedNumber(count, quantityFromDecimal),
      amountCents: typedNumber(amount, centsFromDecimal),
    };
    const errors: Record<string, string> = {};
    if (label.trim() === '') errors.label = 'What is it for?';
    if (parsed.quantity === undefined) errors.quantity = 'A number such as 12 or 1.5.';
    if (parsed.amountCents === undefined) errors.amountCents = 'An amount such as 540 or 84.10.';
    // An amount that is there and not shown counts, too.
    if (count.trim() === '' && amount.trim() === '' && (withAmount || line === null)) {
      errors.quantity = withAmount ? 'A quantity, an amount, or both.' : 'How much of it?';
    }
    setWrong(errors);
    if (Object.keys(errors).length > 0) return;
    onSave({
      label: label.trim(),
      kind,
      quantity: parsed.quantity ?? null,
      amountCents: parsed.amountCents ?? null,
    });
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // React's events rise through portals, too: a key in the question is the question's.
    if (!event.currentTarget.contains(event.target as Node)) return;
    if ((event.target as HTMLElement).getAttribute('aria-expanded') === 'true') return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && (event.target as HTMLElement).matches('input')) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <tr className="group align-top" onKeyDown={onKeyDown}>
      <td className={cellClass}>
        <Field label="For" hideLabel error={wrong.label}>
          <TextField
            value={label}
            maxLength={LONGEST_LABEL}
            autoFocus
            placeholder="Rough-in, boiler, permit…"
            onChange={({ target }) => setLabel(target.value)}
          />
        </Field>
      </td>
      <td className={cellClass}>
        <Field label="Kind" hideLabel>
          <Select
            value={kind}
            onValueChange={setKind}
            options={BUDGET_KINDS.map((one) => ({ value: one, label: BUDGET_WORDS[one] }))}
          />
        </Field>
      </td>
      <td className={cellClass}>
        <Field label={kind === 'Labor' ? 'Hours' : 'Quantity'} hideLabel error={wrong.quantity}>
          <TextField
            numeric
            inputMode="decimal"
            value={count}
            after={quantityUnit(kind) || undefined}
            onChange={({ target }) => setCount(target.value)}
          />
        </Field>
      </td>
      {withAmount && (
        <td className={cellClass}>
          <Field label="Amount" hideLabel error={wrong.amountCents}>
            <TextField
              numeric
              inputMode="decimal"
              value={amount}
              onChange={({ target }) => setAmount(target.value)}
            />
          </Field>
        </td>
      )}
      <td className={`${cellClass} whitespace-nowrap`}>
        <IconButton
          label="Save line"
          variant="primary"
          busy={busy}
          icon={<Check aria-hidden />}
          onClick={save}
        />
        <IconButton label="Leave it" icon={<X aria-hidden />} onClick={close} />
        {guard}
      </td>
    </tr>
  );
}
