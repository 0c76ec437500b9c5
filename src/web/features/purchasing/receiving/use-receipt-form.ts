import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { Refusal } from '#domain/decision.ts';
import type { Id } from '#domain/ids.ts';
import { setupRecordQueries } from '../../../data/setup-records.ts';
import type { Versioned } from '../../../data/versions.ts';
import { problemOf } from '../../../lib/api.ts';
import { fieldErrorText } from '../../../lib/field-error-text.ts';
import { refusalText } from '../../../lib/refusal-text.ts';
import { useValueWording } from '../../../parts/use-value-wording.ts';
import { recordsNamed } from '../records-named.ts';
import { type Checked, lineOf } from './receipt-check.ts';
import { cameOf, centsOf, type LineDraft, type ReceiptDraft, type ReceiptRow } from './receipt-draft.ts';
import type { HeadWrong } from './receipt-head.tsx';
import type { Place } from './receipt-row.tsx';

const NO_NUMBER = 'A number such as 12 or 2.5.';
const NO_AMOUNT = 'An amount such as 12.30.';

/**
 * A receipt while it is typed, new or corrected. What is wrong is said from the first try on, and goes as it is put
 * right; what the server refuses stays until the next try.
 */
export function useReceiptForm(view: OrderCardView, start: () => ReceiptDraft, rows: readonly ReceiptRow[]) {
  const wording = useValueWording();
  // What it was opened on: others' changes since are told before they are overwritten.
  const [base] = useState<readonly Versioned[]>(() => [
    { kind: 'purchaseOrder', id: view.order.id, version: view.order.version },
  ]);
  const [before] = useState(start);
  const [draft, setDraft] = useState(before);
  const [isAsked, setAsked] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const { data } = useQuery(setupRecordQueries.list('inventoryLocation'));
  const places = useMemo<readonly Place[]>(() => {
    const { inventoryLocationId: id } = view.order;
    const read = recordsNamed(data);
    // Until the list is here the order's own place is known by name.
    return read.length > 0 ? read : [{ id, name: view.names.inventoryLocation, active: true }];
  }, [data, view.order, view.names]);

  const onLine = useCallback(
    (key: Id, changes: Partial<LineDraft>) =>
      setDraft((now) => {
        const line = now.lines[key];
        return line ? { ...now, lines: { ...now.lines, [key]: { ...line, ...changes } } } : now;
      }),
    [],
  );
  const onHead = (changes: Partial<Omit<ReceiptDraft, 'lines'>>) =>
    setDraft((now) => ({ ...now, ...changes }));

  const unread = rows.filter((row) => {
    const line = draft.lines[row.key];
    return line !== undefined && cameOf(row, line) === undefined;
  });
  const unreadHead: HeadWrong = {
    ...(centsOf(draft.tax) === undefined ? { tax: NO_AMOUNT } : {}),
    ...(centsOf(draft.shipping) === undefined ? { shipping: NO_AMOUNT } : {}),
  };
  const say = ({ code, params }: Pick<Refusal, 'code' | 'params'>) => refusalText(code, params, wording);

  /** What is shown as wrong now; `checked` by the rules. */
  function wrongOf(checked: Checked) {
    if (!isAsked && refused === null) return { lines: new Map<Id, string>(), head: {}, whole: null };
    const problem = problemOf(refused);
    const told = problem && lineOf(problem);
    const fields = problem?.code === 'request.invalid' ? problem.fields : [];
    const lines = new Map<Id, string>([...checked.lines].map(([id, refusal]) => [id, say(refusal)]));
    for (const { line } of unread) lines.set(line.id, NO_NUMBER);
    if (problem && told !== undefined && told !== null)
      lines.set(told, refusalText(problem.code, problem.params, wording));
    const { whole } = checked;
    const late = whole?.code === 'receipt.in_future' ? { receivedOn: say(whole) } : {};
    const invoice = fields.find(({ path }) => path.endsWith('vendorInvoiceNumber'));
    return {
      lines,
      head: {
        ...unreadHead,
        ...late,
        ...(invoice ? { vendorInvoiceNumber: fieldErrorText(invoice) } : {}),
      } satisfies HeadWrong,
      whole: whole && whole.code !== 'receipt.in_future' ? say(whole) : null,
    };
  }
  return {
    base,
    draft,
    setDraft,
    isDirty: draft !== before,
    places,
    placeName: (id: Id) => places.find((one) => one.id === id)?.name ?? 'another place',
    onLine,
    onHead,
    isReadable: unread.length === 0 && Object.keys(unreadHead).length === 0,
    wrongOf,
    ask: () => {
      setAsked(true);
      setRefused(null);
    },
    /** What stands at no line: above the button. */
    refused: lineOfProblem(refused) === undefined ? refused : null,
    onRefused: setRefused,
  };
}

const lineOfProblem = (error: unknown): Id | undefined => {
  const problem = problemOf(error);
  return problem ? lineOf(problem) : undefined;
};
