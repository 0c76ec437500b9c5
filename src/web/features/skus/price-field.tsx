import { useQuery } from '@tanstack/react-query';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { decimalOfUnitPrice, unitPrice } from '#domain/money.ts';
import { type MarkupRule, salePriceOf } from '#domain/sku/sale-price.ts';
import type { SkuKind } from '#domain/sku/sku.ts';
import { setupRecordQueries } from '../../data/setup-records.ts';
import { readCost } from '../../lib/read-decimal.ts';
import { DecimalInput } from '../../parts/decimal-input.tsx';
import { Field } from '../../ui/field.tsx';
import type { SkuTyped } from './sku-values.ts';

/** Stands for an empty box: no price of its own. Below none is no price. */
const NONE = -1;
const read = (typed: string): number => (typed.trim() === '' ? NONE : readCost(typed));
const write = (value: number): string => (value === NONE ? '' : decimalOfUnitPrice(unitPrice(value)));

/** What it is sold for; left empty, what the markup rules make of its cost stands below. */
export function PriceField({ kind, error }: { kind: SkuKind; error: string | undefined }) {
  const { control } = useFormContext<SkuTyped>();
  const cost = useWatch({ control, name: 'cost' }) ?? 0;
  const { data } = useQuery(setupRecordQueries.list('markupRule'));
  const rules = (data?.items ?? []).map(
    ({ id, active, values }) => ({ ...values, id, active }) as unknown as MarkupRule,
  );
  const proposed = Number.isSafeInteger(cost) ? salePriceOf({ kind, cost, price: null }, rules) : null;
  return (
    <Field
      label="Price"
      hint={proposed === null ? 'Of one of it' : `Empty: ${decimalOfUnitPrice(proposed)} by markup`}
      error={error}
      className="col-span-2"
    >
      <Controller
        control={control}
        name="price"
        render={({ field: { value, onChange, onBlur, ref } }) => (
          <DecimalInput
            ref={ref}
            value={value ?? NONE}
            onChange={(next) => onChange(next === NONE ? null : next)}
            onBlur={onBlur}
            read={read}
            write={write}
          />
        )}
      />
    </Field>
  );
}
