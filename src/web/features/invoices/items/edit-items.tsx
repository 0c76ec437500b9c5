import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { InvoiceCardView } from '#contract/invoice.ts';
import { formatQuantity, quantity } from '#domain/money.ts';
import { invoiceMutations, invoiceQueries } from '../../../data/invoices.ts';
import type { Versioned } from '../../../data/versions.ts';
import { problemOf } from '../../../lib/api.ts';
import { ChangedMeanwhile } from '../../../parts/line-grid/changed-meanwhile.tsx';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { useGuardedClose } from '../../../parts/use-guarded-close.tsx';
import { Button } from '../../../ui/button.tsx';
import { shortcutLabel, useShortcut } from '../../../ui/shortcut.ts';
import { toast } from '../../../ui/toast-store.ts';
import { refusalsOf } from './item-refusals.ts';
import { rowOf } from './item-row.ts';
import { ItemsGrid } from './items-grid.tsx';
import {
  editsOf,
  type Faults,
  faultsOf,
  hasEdits,
  type ItemEdits,
  tooMany,
  totalsOfRows,
} from './items-to-send.ts';
import { ItemsTotals } from './items-totals.tsx';
import { useItemLists, useItems } from './use-items.ts';

const NONE: Faults = new Map();

/** The items as they were opened, and what is typed over them; saved all at once. */
export function EditItems({ card, onClose }: { card: InvoiceCardView; onClose: () => void }) {
  const { invoice, items: before } = card;
  const client = useQueryClient();
  const lists = useItemLists();
  const grid = useItems({
    rows: useMemo(() => before.map((item) => rowOf(item, lists)), [before, lists]),
    lists,
  });
  const save = useMutation(invoiceMutations.step('editItems', invoice.id));
  const [faults, setFaults] = useState<Faults>(NONE);
  const [error, setError] = useState<unknown>(null);
  /** Decided on again after somebody else changed the invoice. */
  const [newest, setNewest] = useState<InvoiceCardView | null>(null);
  const underWay = useRef(false);
  const isDirty = hasEdits(editsOf(before, grid.lines, grid.state.removed, lists));
  const { close, guard } = useGuardedClose(isDirty, onClose);
  const rates = invoice.tax?.rates ?? [];

  async function send(over: InvoiceCardView | null): Promise<void> {
    if (underWay.current) return;
    underWay.current = true;
    try {
      const state = await grid.settled();
      const rows = grid.linesIn(state);
      const now = editsOf(before, rows, state.removed, lists);
      if (!hasEdits(now)) return onClose();
      const wrong = faultsOf(rows, lists, before);
      setFaults(wrong);
      setError(null);
      setNewest(null);
      if (wrong.size > 0 || tooMany(rows.length)) return goTo(wrong);
      const sent = over ? standing(now, over) : now;
      await save.mutateAsync({ id: invoice.id, expected: versionsOf(over ?? card, sent), ...sent }).then(
        ({ merged }) => {
          toast({
            title: merged || over ? 'Items saved beside others’ changes' : 'Items saved',
            tone: 'success',
          });
          onClose();
        },
        async (problem: unknown) => {
          const code = problemOf(problem)?.code;
          if (code === 'request.stale' || (code === 'invoice.item_gone' && !over)) {
            setNewest(await client.fetchQuery({ ...invoiceQueries.detail(invoice.id), staleTime: 0 }));
            return;
          }
          const placed = refusalsOf(problem, rows, sent.items);
          setFaults(placed.faults);
          setError(placed.rest);
          goTo(placed.faults);
        },
      );
    } finally {
      underWay.current = false;
    }
  }
  function goTo(wrong: Faults): void {
    const row = grid.latest.current.rows.findIndex(({ key }) => wrong.has(key));
    const [cell] = wrong.get(grid.latest.current.rows[row]?.key ?? '')?.keys() ?? [];
    if (cell) grid.send({ type: 'go', to: { row, cell } });
  }
  const section = useRef<HTMLDivElement>(null);
  // One begins to type at once.
  useEffect(() => section.current?.querySelector<HTMLElement>('[role=gridcell] input')?.focus(), []);
  useShortcut('Mod+Enter', () => void send(null), { enabled: !save.isPending });
  return (
    <div ref={section} className="flex flex-col gap-2">
      <ItemsGrid grid={grid} currency={invoice.currency} faults={faults} lists={lists} />
      <ItemsTotals totals={totalsOfRows(grid.lines, rates)} tax={invoice.tax} currency={invoice.currency} />
      <ProblemNote error={error} />
      {newest && (
        <ChangedMeanwhile
          word="invoice"
          said={theirChanges(before, newest.items)}
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
          Save items
        </Button>
      </div>
      {guard}
    </div>
  );
}

/** The invoice, and each item that is changed or taken off. */
function versionsOf({ invoice, items }: InvoiceCardView, sent: ItemEdits): Versioned[] {
  const touched = new Set([...sent.removed, ...sent.items.flatMap(({ id }) => id ?? [])]);
  return [
    { kind: 'invoice', id: invoice.id, version: invoice.version },
    ...items
      .filter(({ id }) => touched.has(id))
      .map(({ id, version }) => ({ kind: 'invoiceItem' as const, id, version })),
  ];
}

/** What somebody else took off is gone: it is neither changed nor taken off again. */
function standing({ items, removed }: ItemEdits, now: InvoiceCardView): ItemEdits {
  const ids = new Set(now.items.map(({ id }) => id));
  return {
    items: items.filter(({ id }) => id === null || ids.has(id)),
    removed: removed.filter((id) => ids.has(id)),
  };
}

type Items = InvoiceCardView['items'];
/** In words, item by item: what is on the invoice now that was not when it was opened. */
function theirChanges(before: Items, now: Items): string[] {
  const was = new Map(before.map((item) => [item.id, item]));
  const is = new Set(now.map(({ id }) => id));
  const words = (item: Items[number]) => `${formatQuantity(quantity(item.quantity))} × ${item.description}.`;
  return [
    ...now.flatMap((item) => {
      const old = was.get(item.id);
      if (!old) return [`Added: ${words(item)}`];
      return old.version === item.version ? [] : [`Now ${words(item)}`];
    }),
    ...before.filter(({ id }) => !is.has(id)).map(({ description }) => `Taken off: ${description}.`),
  ];
}
