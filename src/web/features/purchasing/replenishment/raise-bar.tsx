import type { Setup } from '#contract/setup.ts';
import type { SetupRecords } from '#contract/setup-record.ts';
import { sumCents } from '#domain/money.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { MoneyText } from '../../../ui/money-text.tsx';
import { Select } from '../../../ui/select.tsx';
import { recordsNamed } from '../records-named.ts';
import type { VendorGroup } from './proposal-edits.ts';

export type RaiseBarProps = {
  groups: readonly VendorGroup[];
  types: SetupRecords | undefined;
  units: Setup['businessUnits'];
  typeId: number | null;
  businessUnitId: number | null;
  currency: string;
  isSending: boolean;
  onChoose: (chosen: { typeId?: number; businessUnitId?: number }) => void;
  onRaise: () => void;
};

/** What all of it comes to, what kind of orders they are, and the one button; always in sight. */
export function RaiseBar(props: RaiseBarProps) {
  const { groups, types, units, typeId, businessUnitId, currency, isSending, onChoose, onRaise } = props;
  const ordered = groups.filter(({ count }) => count > 0);
  const orders = ordered.reduce((sum, one) => sum + one.orders, 0);
  const isWrong = ordered.some((one) => one.isWrong);
  const why = whyNot({ isWrong, orders, isChosen: typeId !== null && businessUnitId !== null });
  const options = (list: readonly { id: number; name: string; active: boolean }[]) =>
    list.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="sticky top-0 z-20 flex flex-wrap items-end gap-3 border-b border-line bg-page py-2">
      <Field label="Type" required className="w-44">
        <Select
          size="dense"
          value={typeId}
          options={options(recordsNamed(types))}
          onValueChange={(id) =>
            onChoose({ typeId: id, ...(businessUnitId === null ? {} : { businessUnitId }) })
          }
        />
      </Field>
      <Field label="Business unit" required className="w-44">
        <Select
          size="dense"
          value={businessUnitId}
          options={options(units)}
          onValueChange={(id) => onChoose({ businessUnitId: id, ...(typeId === null ? {} : { typeId }) })}
        />
      </Field>
      <p className="ml-auto flex min-h-7 items-center gap-2 text-right" aria-live="polite">
        {why && <span className="text-xs text-muted">{why}</span>}
        <span className="text-muted">
          {ordered.length} {ordered.length === 1 ? 'vendor' : 'vendors'}, before tax
        </span>
        <MoneyText
          className="font-semibold"
          amount={sumCents(ordered.map(({ totalCents }) => totalCents))}
          currency={currency}
        />
      </p>
      <Button variant="primary" size="dense" busy={isSending} disabled={why !== null} onClick={onRaise}>
        {orders === 1 ? 'Raise 1 order' : `Raise ${orders} orders`}
      </Button>
    </div>
  );
}

function whyNot({
  isWrong,
  orders,
  isChosen,
}: {
  isWrong: boolean;
  orders: number;
  isChosen: boolean;
}): string | null {
  if (isWrong) return 'A quantity cannot be read.';
  if (orders === 0) return 'All lines are left out.';
  return isChosen ? null : 'Choose a type and a business unit.';
}
