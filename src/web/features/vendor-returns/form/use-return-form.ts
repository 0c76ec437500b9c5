import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { SetupRecords } from '#contract/setup-record.ts';
import type { Refusal } from '#domain/decision.ts';
import type { Id } from '#domain/ids.ts';
import { setupRecordQueries } from '../../../data/setup-records.ts';
import { problemOf } from '../../../lib/api.ts';
import { fieldErrorText } from '../../../lib/field-error-text.ts';
import { refusalText } from '../../../lib/refusal-text.ts';
import { typedCents } from '../../../lib/typed-number.ts';
import { recordsNamed } from '../../../parts/records-named.ts';
import { useValueWording } from '../../../parts/use-value-wording.ts';
import { checkReturn, figuresOf } from './return-check.ts';
import { backOf, costOf, linesToSend, type ReturnHead, type ReturnRow } from './return-draft.ts';
import type { HeadField } from './return-fields.tsx';
import type { Place } from './return-row.tsx';

const NO_NUMBER = 'A number such as 12 or 2.5.';
const NO_COST = 'A cost such as 12.30.';
const NO_AMOUNT = 'An amount such as 12.30.';
const NO_TYPE = 'Choose a type.';

type Start = { readonly head: ReturnHead; readonly rows: readonly ReturnRow[] };

/**
 * A return while it is typed, new or changed. What is wrong is said from the first try on, and goes as it is put right;
 * what the server refuses stays until the next try.
 * @param types those of set-up: what the chosen one says of the stock decides whether numbers are asked for
 */
export function useReturnForm(start: () => Start, types: SetupRecords | undefined) {
  const wording = useValueWording();
  const [before] = useState(start);
  const [head, setHead] = useState<ReturnHead>(before.head);
  const [rows, setRows] = useState(before.rows);
  const [isAsked, setAsked] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const { data } = useQuery(setupRecordQueries.list('inventoryLocation'));
  const places = useMemo<readonly Place[]>(() => recordsNamed(data), [data]);
  const type = types?.items.find(({ id }) => id === head.typeId);
  const takesFromStock = type?.values.takesFromStock !== false;

  const onRow = useCallback(
    (key: string, changes: Partial<ReturnRow>) =>
      setRows((now) => now.map((row) => (row.key === key ? { ...row, ...changes } : row))),
    [],
  );
  const onRemove = useCallback((key: string) => setRows((now) => now.filter((row) => row.key !== key)), []);

  const faults = checkReturn(rows, head, takesFromStock);
  const unread = new Map<string, string>();
  for (const row of rows) {
    if (backOf(row, takesFromStock) === undefined) unread.set(row.key, NO_NUMBER);
    else if (costOf(row) === undefined) unread.set(row.key, NO_COST);
  }
  const wrongHead = new Map<HeadField, string>([
    ...(head.typeId === null ? [['typeId', NO_TYPE] as const] : []),
    ...(typedCents(head.fee) === undefined ? [['fee', NO_AMOUNT] as const] : []),
  ]);
  const say = ({ code, params }: Pick<Refusal, 'code' | 'params'>) => refusalText(code, params, wording);

  /** The row a refusal of the server names: by its line of the order, or by its part. */
  function rowOf(error: unknown): string | undefined {
    const { lineId, skuId } = problemOf(error)?.params ?? {};
    const isIt = (row: ReturnRow) =>
      lineId !== undefined && lineId !== null
        ? row.lineId === lineId
        : skuId !== undefined && row.skuId === (skuId as Id);
    return rows.find((row) => isIt(row) && (backOf(row, takesFromStock) ?? 0) > 0)?.key;
  }
  function shown() {
    if (!isAsked && refused === null)
      return { rows: new Map<string, string>(), head: new Map(), whole: null };
    const problem = problemOf(refused);
    const at = rowOf(refused);
    const atRows = new Map([...faults.rows].map(([key, refusal]) => [key, say(refusal)]));
    for (const [key, sentence] of unread) atRows.set(key, sentence);
    if (problem && at !== undefined) atRows.set(at, refusalText(problem.code, problem.params, wording));
    const fields = (problem?.fields ?? []).map(
      (one) => [one.path.split('.').at(-1) as HeadField, fieldErrorText(one)] as const,
    );
    return {
      rows: atRows,
      head: new Map<HeadField, string>([...fields, ...wrongHead]),
      whole: faults.whole && say(faults.whole),
    };
  }
  return {
    head,
    rows,
    setRows,
    places,
    takesFromStock,
    isDirty: head !== before.head || rows !== before.rows,
    onHead: (changes: Partial<ReturnHead>) => setHead((now) => ({ ...now, ...changes })),
    onRow,
    onRemove,
    figures: figuresOf(rows, head, takesFromStock),
    wrong: shown(),
    isReady: unread.size === 0 && wrongHead.size === 0 && faults.rows.size === 0 && faults.whole === null,
    body: () => ({
      typeId: head.typeId as Id,
      restockingFeeCents: typedCents(head.fee) ?? 0,
      reason: head.reason.trim(),
      memo: head.memo.trim(),
      lines: linesToSend(rows, takesFromStock),
    }),
    ask: () => {
      setAsked(true);
      setRefused(null);
    },
    /** What stands at no row: above the button. */
    refused: rowOf(refused) === undefined ? refused : null,
    onRefused: setRefused,
  };
}

export type ReturnForm = ReturnType<typeof useReturnForm>;
