/** How far a return is: every step with who came there and when (domain-rules §5). */
import type { ReturnCardView } from '#contract/vendor-return.ts';
import type { ReturnStatus } from '#domain/purchasing/vendor-return.ts';
import { type Day, dayOf, type Instant } from '#domain/time.ts';
import { formatDay, formatTime } from '../../lib/format.ts';
import { RETURN_STATUS_WORDS } from '../../lib/return-words.ts';
import type { Step } from '../../ui/steps.tsx';

type Stamp = { readonly byName: string; readonly at: string } | null;

/** @param reader the zone times are read in, and its day */
export function returnSpine(
  { vendorReturn: back }: ReturnCardView,
  { zone, today }: { readonly zone: string; readonly today: Day },
): Step[] {
  const step = (status: ReturnStatus, stamp: Stamp, state?: Step['state'], ...more: string[]): Step => {
    const at = stamp?.at as Instant | undefined;
    const who =
      stamp && at && `${stamp.byName}, ${formatDay(dayOf(at, zone), { today })} ${formatTime(at, zone)}`;
    return {
      label: RETURN_STATUS_WORDS[status],
      detail: [who, ...more].filter(Boolean).join(' · ') || '–',
      state: state ?? (stamp ? 'done' : 'todo'),
    };
  };
  const pending = step('Pending', back.created, back.status === 'Pending' ? 'part' : 'done');
  if (back.canceled) {
    const sent = back.returned ? [step('Returned', back.returned)] : [];
    const again = back.returned && back.takesFromStock ? ['goods are back in stock'] : [];
    return [pending, ...sent, step('Canceled', back.canceled, 'done', ...again)];
  }
  return [
    pending,
    step('Returned', back.returned, back.status === 'Returned' ? 'part' : undefined),
    step('CreditReceived', back.credited),
  ];
}
