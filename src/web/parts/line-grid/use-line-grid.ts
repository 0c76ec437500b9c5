import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { codeKey } from '#domain/sku/code-key.ts';
import { announce } from '../../ui/announcer.tsx';
import { toast } from '../../ui/toast-store.ts';
import type { Choice } from './cell-choices.tsx';
import type { GridRow } from './grid-row.ts';
import { type GridEvent, type GridKind, type GridState, gridRules } from './grid-state.ts';

/** At a time: three hundred pasted lines must not stand before everything else the page asks. */
const AT_ONCE = 6;

type Sku = { readonly skuId: number; readonly code: string };

export type LineGridOf<Cell extends string, Row extends GridRow, Found extends Sku, Are> = {
  /** One object for as long as the page stands. */
  readonly kind: GridKind<Cell, Row, Found, Are>;
  readonly rows: readonly Row[];
  readonly isOpen: boolean;
  readonly are: Are;
  /** SKUs that fit what is typed, the best first. */
  readonly find: (text: string) => Promise<readonly Found[]>;
  readonly isExactly: (sku: Found, text: string) => boolean;
  readonly choiceOf: (sku: Found) => Choice;
  /** What fits in another cell, where it is one of a list. */
  readonly choices?: (cell: Cell, text: string) => readonly Choice[];
  /** More of it than the search says; asked for what was taken or looked up. */
  readonly detailsOf?: (sku: Found) => Promise<Found>;
  readonly onTake?: (sku: Found, key: string, later: (sku: Found) => void) => Promise<unknown> | undefined;
  readonly pasted: (text: string) => {
    readonly rows: readonly Omit<Row, 'key'>[];
    readonly unread: readonly string[];
  };
  /** Why so many cannot be put in, with `room` for so many. */
  readonly tooManyPasted: (count: number, room: number) => string;
};

/** Lines while they are worked on, and the SKUs behind what is typed: looked up while one types on. */
export function useLineGrid<Cell extends string, Row extends GridRow, Found extends Sku, Are>(
  of: LineGridOf<Cell, Row, Found, Are>,
) {
  const { kind, are, find } = of;
  const rules = useMemo(() => gridRules(kind), [kind]);
  const [state, dispatch] = useReducer(rules.next, null, () => rules.startOf(of.rows, of.isOpen, are));
  const latest = useRef<GridState<Cell, Row, Are>>(state);
  const pending = useRef(new Set<Promise<unknown>>());
  const [asking, setAsking] = useState(0);
  useEffect(() => {
    latest.current = state;
  });
  useEffect(() => dispatch({ type: 'circumstances', are }), [are]);

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
    const found = await find(text).catch(() => undefined);
    // Not asked is not "not found": the code stays as it was typed, and is looked up when it is left again.
    if (found === undefined) {
      announce(`${text} could not be looked up.`, 'assertive');
      return;
    }
    const exact = found.find((sku) => of.isExactly(sku, text));
    const sku = exact ?? (meant === 'first' ? (found[0] ?? null) : null);
    dispatch({ type: 'found', key: row.key, text: row.code, sku });
    if (sku) await detail(sku, row.key);
  }
  const offer = (key: string) => (sku: Found) => dispatch({ type: 'offered', key, sku });
  /** Without an answer what the search said stays, and the server says the rest. */
  const detail = async (sku: Found, key: string): Promise<void> =>
    of.detailsOf?.(sku).then(offer(key), () => undefined);

  /** The cell of a code is left: what was typed is looked up, whether or not the list had answered. */
  function settle(meant: 'first' | 'exact'): void {
    const { at, before, rows: now } = latest.current;
    const row = now[at.row];
    if (!row || !before || at.cell !== 'code' || row.code.trim() === '' || row.skuId !== null) return;
    void wait(lookUp(row, meant));
  }
  function take(choice: Choice, cell: string, key: string, text: string): void {
    const sku = choice.sku as Found | undefined;
    if (cell !== 'code' || !sku) {
      dispatch({ type: 'typed', text: choice.text });
      return;
    }
    dispatch({ type: 'found', key, text, sku });
    const more = of.onTake?.(sku, key, offer(key));
    if (more) void wait(more);
    if (of.detailsOf) void wait(detail(sku, key));
  }

  /** @returns what there is to say of it: why not, or what was left out; null: all is in */
  function bring(text: string): string | null {
    const { rows: fresh, unread } = of.pasted(text);
    const here = rules.linesIn(latest.current).length;
    if (fresh.length === 0) return 'There is no line in this.';
    if (here + fresh.length > kind.most) return of.tooManyPasted(fresh.length, kind.most - here);
    const first = latest.current.made;
    dispatch({ type: 'bring', rows: fresh });
    announce(`${fresh.length} lines put in`);
    const coded = fresh
      .map((row, index) => ({ key: `new ${first + index}`, code: (row as unknown as GridRow).code }))
      .filter(({ code }) => code.trim() !== '');
    const codes = [...new Set(coded.map(({ code }) => codeKey(code)))];
    void wait(
      inTurn(codes, async (one) => {
        await Promise.all(
          coded.filter(({ code }) => codeKey(code) === one).map((row) => lookUp(row as never, 'exact')),
        );
      }),
    );
    return unread.length > 0 ? `Not read: ${unread.join(', ')}.` : null;
  }

  function remove(index: number): void {
    const row = latest.current.rows[index];
    if (!row || !latest.current.isOpen) return;
    const kept = kind.keptBecause?.(row);
    if (kept) {
      announce(kept, 'assertive');
      return;
    }
    dispatch({ type: 'remove', row: index });
    const putBack = () => dispatch({ type: 'putBack', row, index });
    toast({ title: `Line ${index + 1} taken off`, action: { label: 'Undo', act: putBack } });
  }

  return {
    kind,
    state,
    /** As it is by now, also in what was begun before. */
    latest,
    offer,
    /** SKUs are being looked up. */
    isAsking: asking > 0,
    lines: rules.linesIn(state),
    linesIn: rules.linesIn,
    send: (event: GridEvent<Cell, Row, Found, Are>) => {
      if (event.type === 'remove') return remove(event.row);
      if (event.type === 'step' || event.type === 'jump') settle('first');
      if (event.type === 'go' || event.type === 'leave') settle('exact');
      dispatch(event);
    },
    search: async (cell: string, text: string): Promise<readonly Choice[]> =>
      cell === 'code' ? (await find(text)).map(of.choiceOf) : (of.choices?.(cell as Cell, text) ?? []),
    take,
    bring,
    /** Once all that was typed is looked up. */
    settled: async (): Promise<GridState<Cell, Row, Are>> => {
      settle('first');
      dispatch({ type: 'leave' });
      while (pending.current.size > 0) await Promise.allSettled([...pending.current]);
      // Their answers are drawn first.
      await new Promise<void>((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      return latest.current;
    },
  };
}

export async function inTurn<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
}
