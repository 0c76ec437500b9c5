import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer, useRef, useState } from 'react';
import { MOST_LINES } from '#domain/purchasing/purchase-order.ts';
import { codeKey } from '#domain/sku/code-key.ts';
import { announce } from '../../../ui/announcer.tsx';
import { toast } from '../../../ui/toast-store.ts';
import { isExactly, offerOf, skusLike } from './find-skus.ts';
import { type GridEvent, type GridState, linesIn, next, startOf } from './grid-state.ts';
import type { Circumstances, FoundSku, Row } from './line-row.ts';
import { linesPasted } from './pasted-lines.ts';

export type LinesGrid = ReturnType<typeof useLines>;

/** At a time: three hundred pasted lines must not stand before everything else the page asks. */
const AT_ONCE = 6;

type Start = {
  readonly rows: readonly Row[];
  readonly isOpen: boolean;
  readonly vendorId: number | null;
} & Circumstances;

/** The lines while they are worked on, and the SKUs behind what is typed: looked up while one types on. */
export function useLines({ rows, isOpen, vendorId, today, descriptionsFrom }: Start) {
  const client = useQueryClient();
  const circumstances = { today, descriptionsFrom };
  const [state, dispatch] = useReducer(next, null, () => startOf(rows, isOpen, circumstances));
  const latest = useRef<GridState>(state);
  const pending = useRef(new Set<Promise<unknown>>());
  const [asking, setAsking] = useState(0);
  useEffect(() => {
    latest.current = state;
  });
  useEffect(
    () => dispatch({ type: 'circumstances', are: { today, descriptionsFrom } }),
    [today, descriptionsFrom],
  );

  /** Saving waits for it. */
  function wait<T>(work: Promise<T>): Promise<T> {
    pending.current.add(work);
    setAsking((count) => count + 1);
    const done = () => {
      pending.current.delete(work);
      setAsking((count) => count - 1);
    };
    work.then(done, done);
    return work;
  }
  async function lookUp(row: Pick<Row, 'key' | 'code'>, meant: 'first' | 'exact'): Promise<void> {
    const text = row.code.trim();
    const found = await skusLike(client, vendorId, text).catch(() => undefined);
    // Not asked is not "not found": the code stays as it was typed, and is looked up when it is left again.
    if (found === undefined) {
      announce(`${text} could not be looked up.`, 'assertive');
      return;
    }
    const exact = found.find((sku) => isExactly(sku, text));
    dispatch({
      type: 'found',
      key: row.key,
      text: row.code,
      sku: exact ?? (meant === 'first' ? (found[0] ?? null) : null),
    });
  }
  /** The cell of a code is left: what was typed is looked up, whether or not the list had answered. */
  function settle(meant: 'first' | 'exact'): void {
    const { at, before, rows: now } = latest.current;
    const row = now[at.row];
    if (!row || !before || at.cell !== 'code' || row.code.trim() === '' || row.skuId !== null) return;
    void wait(lookUp(row, meant));
  }
  /** Another vendor, or lines brought along: what it asks for them. */
  async function price(vendor: number, wanted: readonly Row[]): Promise<void> {
    await inTurn(wanted, async (row) => {
      if (row.skuId === null || !row.found) return;
      const sku = await offerOf(client, vendor, row.found).catch(() => row.found!);
      dispatch({ type: 'offered', key: row.key, sku });
    });
  }
  const priceFor = useRef(price);
  useEffect(() => {
    priceFor.current = price;
  });
  const asked = useRef(vendorId);
  useEffect(() => {
    if (asked.current === vendorId) return;
    asked.current = vendorId;
    if (vendorId !== null) void priceFor.current(vendorId, latest.current.rows);
  }, [vendorId]);

  function take(sku: FoundSku, key: string, text: string): void {
    dispatch({ type: 'found', key, text, sku });
    if (vendorId !== null && sku.offer === null) {
      void wait(
        offerOf(client, vendorId, sku).then(
          (offered) => offered.offer && dispatch({ type: 'offered', key, sku: offered }),
          () => undefined,
        ),
      );
    }
  }

  /** @returns what there is to say of it: why not, or what was left out; null: all is in */
  function bring(text: string): string | null {
    const { rows: fresh, unread } = linesPasted(text);
    const here = linesIn(latest.current).length;
    if (fresh.length === 0) return 'There is no line in this.';
    if (here + fresh.length > MOST_LINES) {
      return `This has ${fresh.length} lines, and an order has at most ${MOST_LINES}: there is room for ${MOST_LINES - here}. Nothing was put in; split it first.`;
    }
    const first = latest.current.made;
    dispatch({ type: 'bring', rows: fresh });
    announce(`${fresh.length} lines put in`);
    const coded = fresh
      .map((row, index) => ({ key: `new ${first + index}`, code: row.code }))
      .filter(({ code }) => code.trim() !== '');
    const codes = [...new Set(coded.map(({ code }) => codeKey(code)))];
    void wait(
      inTurn(codes, async (one) => {
        await Promise.all(
          coded.filter(({ code }) => codeKey(code) === one).map((row) => lookUp(row, 'exact')),
        );
      }),
    );
    return unread.length > 0 ? `Not read: ${unread.join(', ')}.` : null;
  }

  function remove(index: number): void {
    const row = latest.current.rows[index];
    if (!row || !latest.current.isOpen) return;
    dispatch({ type: 'remove', row: index });
    const putBack = () => dispatch({ type: 'putBack', row, index });
    toast({ title: `Line ${index + 1} taken off`, action: { label: 'Undo', act: putBack } });
  }

  return {
    state,
    /** SKUs are being looked up. */
    isAsking: asking > 0,
    lines: linesIn(state),
    send: (event: GridEvent) => {
      if (event.type === 'remove') return remove(event.row);
      if (event.type === 'step' || event.type === 'jump') settle('first');
      if (event.type === 'go' || event.type === 'leave') settle('exact');
      dispatch(event);
    },
    search: (text: string) => skusLike(client, vendorId, text),
    take,
    bring,
    /** Once all that was typed is looked up. */
    settled: async (): Promise<GridState> => {
      settle('first');
      dispatch({ type: 'leave' });
      while (pending.current.size > 0) await Promise.allSettled([...pending.current]);
      // Their answers are drawn first.
      await new Promise<void>((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      return latest.current;
    },
  };
}

async function inTurn<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
}
