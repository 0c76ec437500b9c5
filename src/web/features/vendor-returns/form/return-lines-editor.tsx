import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { decimalOfQuantity, quantity } from '#domain/money.ts';
import { CodeField } from '../../../parts/code-field.tsx';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { SkuPicker } from '../../../parts/sku-picker.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { addedPart } from './added-part.ts';
import { ExpectedCredit } from './expected-credit.tsx';
import { isNumbered, ONE, rowWithCode, withAll } from './return-draft.ts';
import { ReturnGrid } from './return-grid.tsx';
import { backInputId } from './return-row.tsx';
import type { ReturnForm } from './use-return-form.ts';

export type ReturnLinesEditorProps = {
  form: ReturnForm;
  /** Of an order the lines are known; a free return's are added. */
  isOfOrder: boolean;
  vendorId: number | null;
  currency: string;
};

const ADD_PART = 'add-part';

/** The lines: of an order scanned or typed where they stand, of a free return added one by one, by keyboard throughout. */
export function ReturnLinesEditor({ form, isOfOrder, vendorId, currency }: ReturnLinesEditorProps) {
  const client = useQueryClient();
  const { rows, takesFromStock, setRows } = form;
  const [goTo, setGoTo] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  // Once the row is drawn: until then the list it was chosen from holds the focus.
  useEffect(() => {
    if (goTo === null) return;
    setGoTo(null);
    const id = goTo === ADD_PART ? `#${ADD_PART} input` : `#${backInputId(goTo)}`;
    document.querySelector<HTMLElement>(id)?.focus();
  }, [goTo]);

  const onCode = (code: string): string | null => {
    const row = rowWithCode(rows, code);
    if (!row) return null;
    const what = row.code ?? row.description;
    if (isNumbered(row, takesFromStock)) {
      setGoTo(row.key);
      return `${what}: scan its serial numbers.`;
    }
    setRows((now) => now.map((one) => (one.key === row.key ? { ...one, text: oneMore(one.text) } : one)));
    return `One more ${what}.`;
  };
  async function add(skuId: number): Promise<void> {
    const there = rows.find((row) => row.skuId === skuId);
    if (there) return setGoTo(there.key);
    setError(null);
    try {
      const placeId = form.places.find(({ active }) => active)?.id ?? 0;
      const row = await addedPart(client, skuId, vendorId, placeId);
      setRows((now) => [...now, row]);
      setGoTo(row.key);
    } catch (problem) {
      setError(problem);
    }
  }
  const onNext = useCallback(() => setGoTo(ADD_PART), []);
  return (
    <>
      {isOfOrder && (
        <div className="border-b border-line px-3 py-2">
          <CodeField onCode={onCode} />
        </div>
      )}
      {(rows.length > 0 || isOfOrder) && (
        <ReturnGrid
          rows={rows}
          places={form.places}
          takesFromStock={takesFromStock}
          hasMost={isOfOrder}
          wrong={form.wrong.rows}
          onChange={form.onRow}
          onRemove={isOfOrder ? undefined : form.onRemove}
          onNext={isOfOrder ? undefined : onNext}
        />
      )}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2 px-3 py-2">
        {isOfOrder ? (
          <Button onClick={() => setRows((now) => withAll(now, takesFromStock))}>
            Fill in all that can go back
          </Button>
        ) : (
          <div id={ADD_PART} className="w-72">
            <Field label="Add a part" hint={rows.length === 0 ? 'Then type how much goes back' : undefined}>
              {/* Another one each time: what was chosen stands in the grid. */}
              <SkuPicker key={rows.length} value={null} onValueChange={(sku) => sku && void add(sku.id)} />
            </Field>
          </div>
        )}
        <span className="flex-1" />
        <ExpectedCredit figures={form.figures} currency={currency} />
      </div>
      {error !== null && (
        <div className="px-3 pb-2">
          <ProblemNote error={error} />
        </div>
      )}
    </>
  );
}

const oneMore = (text: string): string => {
  const now = Number(text.trim() || '0');
  return Number.isFinite(now) ? decimalOfQuantity(quantity(Math.round(now * ONE) + ONE)) : text;
};
