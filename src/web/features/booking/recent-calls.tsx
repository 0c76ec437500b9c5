import { useQuery } from '@tanstack/react-query';
import { PhoneIncoming, PhoneOutgoing } from 'lucide-react';
import type { Call } from '#contract/call.ts';
import { dayOf } from '#domain/time.ts';
import { callQueries } from '../../data/calls.ts';
import { clock } from '../../lib/clock.ts';
import { formatDayTime, formatPhone, formatTime } from '../../lib/format.ts';

const SHOWN = 6;

/** Who rang lately: one click takes the caller, or searches for the number. Of today's the hour is enough, so that the number is not cut. */
export function RecentCalls({ zone, onTake }: { zone: string; onTake: (call: Call) => void }) {
  const { data } = useQuery(callQueries.recent(SHOWN));
  if (!data || data.items.length === 0) return null;
  const today = dayOf(clock.now(), zone);
  return (
    <section aria-label="Recent calls" className="mt-2.5">
      <h3 className="mb-1 text-xs text-muted">Recent calls</h3>
      <ul className="m-0 list-none p-0">
        {data.items.map((call) => {
          const Sign = call.direction === 'Inbound' ? PhoneIncoming : PhoneOutgoing;
          return (
            <li key={call.id}>
              <button
                type="button"
                onClick={() => onTake(call)}
                className="flex w-full items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-hover"
              >
                <Sign aria-label={call.direction} className="size-3.5 shrink-0 text-icon" />
                <span className="min-w-0 flex-1 truncate">
                  {call.customerName ?? formatPhone(call.phone)}
                  {call.customerName && <span className="text-muted"> {formatPhone(call.phone)}</span>}
                </span>
                <span className="shrink-0 text-xs text-muted tabular-nums">
                  {dayOf(call.at, zone) === today
                    ? formatTime(call.at, zone)
                    : formatDayTime(call.at, zone, { today })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
