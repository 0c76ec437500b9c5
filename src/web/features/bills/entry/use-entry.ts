import { useCallback, useState } from 'react';
import type { BillCardView } from '#contract/bill.ts';
import { cents, decimalOfCents } from '#domain/money.ts';
import { MOST_LINES } from '#domain/purchasing/purchase-order.ts';
import { type Day, isDay } from '#domain/time.ts';
import { announce } from '../../../ui/announcer.tsx';
import type { OrderLineView } from '../match-rows.ts';
import {
  type Cell,
  type EntryDraft,
  isBlank,
  linesToSend,
  readCents,
  rowsToEnter,
  strangeRow,
  typedInto,
  type Wrong,
  wrongIn,
} from './entry-rows.ts';
import { withPasted } from './pasted-figures.ts';

export type HeadField = 'vendorInvoiceNumber' | 'billDate' | 'tax' | 'freight' | 'lines';
export type EntryWrong = { readonly rows: Wrong; readonly head: Partial<Record<HeadField, string>> };
export type EntryForm = ReturnType<typeof useEntry>;

export type EntryStart = {
  readonly lines: readonly OrderLineView[];
  readonly expected: BillCardView['bill']['expected'];
  readonly vendorInvoiceNumber: string;
  readonly billDate: string;
  /** The number must be given: a bill that has none yet. */
  readonly needsNumber: boolean;
};

const NOTHING_WRONG: EntryWrong = { rows: new Map(), head: {} };
const AMOUNT = 'An amount such as 12.30.';

/** What is wrong of the paper as it is typed. */
export function entryWrong(draft: EntryDraft, needsNumber: boolean): EntryWrong {
  const head: EntryWrong['head'] = {};
  if (needsNumber && draft.vendorInvoiceNumber.trim() === '')
    head.vendorInvoiceNumber = 'The number that stands on the paper.';
  if (!isDay(draft.billDate)) head.billDate = 'The day that stands on the paper.';
  if (Number.isNaN(readCents(draft.tax))) head.tax = AMOUNT;
  if (Number.isNaN(readCents(draft.freight))) head.freight = AMOUNT;
  const rows = wrongIn(draft.rows);
  if (rows.size === 0 && linesToSend(draft.rows).length === 0)
    head.lines = 'Say what the vendor bills: at least one line.';
  return { rows, head };
}

const draftOf = ({ lines, expected, vendorInvoiceNumber, billDate }: EntryStart): EntryDraft => {
  const text = (amount: number) => (amount === 0 ? '' : decimalOfCents(cents(amount)));
  const rows = rowsToEnter(lines, expected);
  return {
    rows: rows.length === 0 ? [strangeRow(0)] : rows,
    vendorInvoiceNumber,
    billDate,
    tax: text(expected.taxCents),
    freight: text(expected.freightCents),
    made: 1,
  };
};

/**
 * The vendor's paper while it is typed. What is wrong is said from the first try on, and goes as it is put right; what
 * is typed stays whatever the server says.
 */
export function useEntry(start: EntryStart) {
  const [before, setBefore] = useState(() => draftOf(start));
  const [draft, setDraft] = useState(before);
  const [isAsked, setAsked] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const type = useCallback(
    (key: string, cell: Cell, text: string) =>
      setDraft((now) => ({
        ...now,
        rows: now.rows.map((row) => (row.key === key ? typedInto(row, cell, text) : row)),
      })),
    [],
  );
  const remove = useCallback(
    (key: string) => setDraft((now) => ({ ...now, rows: now.rows.filter((row) => row.key !== key) })),
    [],
  );
  const wrong = entryWrong(draft, start.needsNumber);
  return {
    draft,
    needsNumber: start.needsNumber,
    /** As many rows as are due, first of all. */
    due: before.rows.filter(({ quantity }) => quantity !== '').length,
    isDirty: draft !== before,
    wrong: isAsked ? wrong : NOTHING_WRONG,
    said,
    type,
    remove,
    add: () => setDraft((now) => ({ ...now, rows: [...now.rows, strangeRow(now.made)], made: now.made + 1 })),
    onHead: (changes: Partial<Omit<EntryDraft, 'rows' | 'made'>>) =>
      setDraft((now) => ({ ...now, ...changes })),
    /** @param order the rows as they are shown: what is pasted goes down those */
    paste: (order: readonly string[], key: string, cell: Cell, text: string) => {
      const shown = order.flatMap((one) => draft.rows.find((row) => row.key === one) ?? []);
      const after = withPasted(shown, { row: order.indexOf(key), cell }, text, draft.made);
      const rest = draft.rows.filter((row) => !order.includes(row.key));
      const rows = [...after.rows, ...rest];
      if (rows.length > MOST_LINES) {
        setSaid(
          `With this the bill has ${rows.length} lines, and ${MOST_LINES} is the most. Nothing was put in.`,
        );
        return;
      }
      setSaid(null);
      announce('Put in');
      setDraft((now) => ({ ...now, rows, made: after.made }));
    },
    fill: (rows: EntryDraft['rows']) => setDraft((now) => ({ ...now, rows })),
    /** Another order, other lines: what the paper says of itself stays, and what nobody ordered. */
    restart: (from: Pick<EntryStart, 'lines' | 'expected'>) => {
      const fresh = draftOf({ ...start, ...from });
      setBefore(fresh);
      setDraft((now) => {
        const kept = now.rows.filter((row) => row.line === null && !isBlank(row));
        const rows = [...fresh.rows.filter((row) => row.line !== null || kept.length === 0), ...kept];
        return { ...now, rows };
      });
      setAsked(false);
    },
    /** null: something is wrong, and is said from now on. */
    ask: () => {
      setAsked(true);
      if (wrong.rows.size > 0 || Object.keys(wrong.head).length > 0) return null;
      return {
        vendorInvoiceNumber: draft.vendorInvoiceNumber.trim(),
        billDate: draft.billDate as Day,
        lines: linesToSend(draft.rows),
        taxCents: readCents(draft.tax),
        freightCents: readCents(draft.freight),
      };
    },
  };
}
