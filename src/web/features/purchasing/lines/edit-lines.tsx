import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { OrderCardView } from '#contract/purchase-order.ts';
import { formatQuantity, quantity } from '#domain/money.ts';
import { cardOf, orderMutations, orderQueries } from '../../../data/purchase-orders.ts';
import type { Versioned } from '../../../data/versions.ts';
import { problemOf } from '../../../lib/api.ts';
import { ChangedMeanwhile } from '../../../parts/line-grid/changed-meanwhile.tsx';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { useGuardedClose } from '../../../parts/use-guarded-close.tsx';
import { Button } from '../../../ui/button.tsx';
import { shortcutLabel, useShortcut } from '../../../ui/shortcut.ts';
import { toast } from '../../../ui/toast-store.ts';
import { mayAddLines } from './grid-columns.ts';
import { linesIn } from './grid-state.ts';
import { refusalsOf } from './line-refusals.ts';
import { type Row, rowOf } from './line-row.ts';
import { billedText, cameByLine, isOut } from './lines-at-rest.tsx';
import { LinesGrid } from './lines-grid.tsx';
import { editsOf, type Faults, faultsOf, hasEdits, tooMany } from './lines-to-send.ts';
import { LinesTotals, totalsOfRows } from './lines-totals.tsx';
import { useLines } from './use-lines.ts';

const NONE: Faults = new Map();

/** The lines of an order as they were opened, and what is typed over them; saved all at once. */
export function EditLines({ card, onClose }: { card: OrderCardView; onClose: () => void }) {
  const { order, asking } = card;
  const client = useQueryClient();
  const before = useMemo(() => card.lines.filter(({ active }) => active), [card]);
  const grid = useLines({
    rows: useMemo(() => before.map(rowOf), [before]),
    isOpen: mayAddLines(order.status),
    vendorId: order.vendorId,
    today: asking.today,
    descriptionsFrom: order.descriptionsFrom,
  });
  const save = useMutation(orderMutations.step('update'));
  const [faults, setFaults] = useState<Faults>(NONE);
  const [error, setError] = useState<unknown>(null);
  /** Decided on again after somebody else changed the order. */
  const [newest, setNewest] = useState<OrderCardView | null>(null);
  const underWay = useRef(false);
  const edits = editsOf(before, grid.lines, grid.state.removed, asking.today);
  const isDirty = hasEdits(edits);
  const { close, guard } = useGuardedClose(isDirty, onClose);

  async function send(over: OrderCardView | null): Promise<void> {
    if (underWay.current) return;
    underWay.current = true;
    try {
      const state = await grid.settled();
      const lines = linesIn(state);
      const now = editsOf(before, lines, state.removed, asking.today);
      if (!hasEdits(now)) return onClose();
      const wrong = faultsOf(lines, asking.today);
      setFaults(wrong);
      setError(null);
      setNewest(null);
      if (wrong.size > 0 || tooMany(lines.length)) return goTo(wrong, state.rows);
      const { version } = (over ?? card).order;
      const expected: Versioned[] = [{ kind: 'purchaseOrder', id: order.id, version }];
      // What somebody else took off is gone: it is neither changed nor taken off again.
      const stands = (id: number) => !over || over.lines.some((line) => line.id === id && line.active);
      const sent = {
        add: now.add,
        change: now.change.filter(({ id }) => stands(id)),
        remove: now.remove.filter(stands),
      };
      await save.mutateAsync({ id: order.id, expected, ...sent, changes: {} }).then(
        ({ merged }) => {
          const title = merged || over ? 'Lines saved beside others’ changes' : 'Lines saved';
          toast({ title, tone: 'success' });
          onClose();
        },
        (problem: unknown) => refused(problem, lines, sent),
      );
    } finally {
      underWay.current = false;
    }
  }
  async function refused(problem: unknown, lines: readonly Row[], { change }: Pick<typeof edits, 'change'>) {
    if (problemOf(problem)?.code === 'request.stale') {
      setNewest(await client.fetchQuery({ ...orderQueries.detail(order.id), staleTime: 0 }));
      return;
    }
    const placed = refusalsOf(problem, lines, {
      add: lines.filter(({ lineId }) => lineId === null),
      change: change.flatMap(({ id }) => lines.find(({ lineId }) => lineId === id) ?? []),
    });
    setFaults(placed.faults);
    setError(placed.rest);
    goTo(placed.faults, grid.state.rows);
  }
  function goTo(wrong: Faults, rows: readonly Row[]): void {
    const row = rows.findIndex(({ key }) => wrong.has(key));
    const [cell] = wrong.get(rows[row]?.key ?? '')?.keys() ?? [];
    if (cell) grid.send({ type: 'go', to: { row, cell } });
  }
  useShortcut('Mod+Enter', () => void send(null), { enabled: !save.isPending });
  const { tax } = cardOf(card).order;
  const came = useMemo(() => (isOut(order.status) ? cameByLine(card) : null), [card, order.status]);
  const more = useMemo(() => {
    if (!came) return undefined;
    const of = (row: Row) => came.get(row.lineId ?? 0);
    return [
      { title: 'Received', cell: (row: Row) => formatQuantity(quantity(of(row)?.received ?? 0)) },
      { title: 'Billed', cell: (row: Row) => billedText(of(row)?.billed) },
      { title: 'Difference', cell: (row: Row) => of(row)?.difference },
    ];
  }, [came]);
  return (
    <div className="flex flex-col gap-2">
      <LinesGrid grid={grid} status={order.status} currency={order.currency} faults={faults} more={more} />
      <LinesTotals
        totals={totalsOfRows(tax, order.shippingCents, grid.lines)}
        tax={tax}
        currency={order.currency}
      />
      <ProblemNote error={error} />
      {newest && (
        <ChangedMeanwhile
          word="order"
          said={theirChanges(card, newest)}
          onTakeTheirs={onClose}
          onSaveMine={() => void send(newest)}
        />
      )}
      <div className="flex justify-end gap-2" data-print="hide">
        <Button size="form" onClick={close}>
          Cancel
        </Button>
        <Button
          size="form"
          variant="primary"
          busy={save.isPending}
          shortcut={shortcutLabel('Mod+Enter')}
          onClick={() => void send(null)}
        >
          Save lines
        </Button>
      </div>
      {guard}
    </div>
  );
}

/** In words, line by line: what is on the order now that was not when it was opened. */
function theirChanges(before: OrderCardView, now: OrderCardView): string[] {
  const was = new Map(before.lines.map((line) => [line.id, line]));
  return now.lines.flatMap((line) => {
    const old = was.get(line.id);
    if (!old)
      return line.active ? [`Added: ${formatQuantity(quantity(line.quantity))} × ${line.description}.`] : [];
    if (!line.active) return old.active ? [`Taken off: ${line.description}.`] : [];
    const { description, quantity: count, cost } = line;
    const isSame = description === old.description && count === old.quantity && cost === old.cost;
    return isSame ? [] : [`Now ${formatQuantity(quantity(count))} × ${description}.`];
  });
}
