/** What becomes of items when the work they ask for is undone or corrected (domain-rules §7). */
import type { Decision } from '../decision.ts';
import type { Id } from '../ids.ts';
import type { Quantity } from '../money.ts';
import { decideTotal, invoiceGate } from './decide.ts';
import type { InvoiceCard, InvoiceItem } from './invoice.ts';
import type { Work } from './shares.ts';

/**
 * What is undone goes; of what there is more or less of by now, an item that asks for all of it does so. One that asks for a
 * part keeps its amount: the rest is other then. Refuses `invoice.not_in_status`, `invoice.too_large`, `invoice.below_applied`.
 */
export function decideFollowing(
  card: InvoiceCard,
  source: Work['source'],
  left: ReadonlyMap<Id, Quantity>,
): Decision<readonly InvoiceItem[]> {
  const closed = invoiceGate(card, 'editItems');
  if (closed) return { ok: false, refusal: closed };
  const after = card.items.map((item): InvoiceItem => {
    const now = item.source === source && item.active ? left.get(item.sourceId!) : undefined;
    if (now === undefined) return item;
    if (now === 0) return { ...item, active: false };
    const isWhole = !item.shareFrom && (item.shareTo ?? null) === null;
    return isWhole ? { ...item, quantity: now } : item;
  });
  return decideTotal(card.invoice, card.items, after, card.balanceCents);
}
