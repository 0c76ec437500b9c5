/** A window, and the reasons for it, in words (`domain/capacity/best-windows.ts`). */
import type { BestWindowView } from '#contract/capacity.ts';
import type { Setup } from '#contract/setup.ts';
import { type Day, dayOf } from '#domain/time.ts';
import { nameIn } from '../../data/setup.ts';
import type { ClosedNames } from '../../lib/closed-window-text.ts';
import { formatDayNear, formatMinutes, formatWindow } from '../../lib/format.ts';
import type { ArrivalWindow } from './arrival-windows.ts';

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type Factor = BestWindowView['factors'][number];

/** Empty for what the line says already: how soon, and how full. */
export function factorWords({ code, params }: Factor, setup: Setup): string {
  const name = nameIn(setup.technicians, Number(params.technicianId));
  if (code === 'near') {
    const minutes = Number(params.minutes);
    return minutes === 0 ? 'next door' : `${formatMinutes(minutes)} from another visit`;
  }
  if (code === 'sameTechnician') return `${name.split(' ')[0]} was there last time`;
  return code === 'openHours' ? 'somebody is in' : '';
}

export const namesOf = (setup: Setup): ClosedNames => ({
  skill: (id) => nameIn(setup.skills, id),
  zone: (id) => nameIn(setup.zones, id),
  unit: (id) => nameIn(setup.businessUnits, id),
});

/** "today 12–2", "Fri 21 Nov 8–10". */
export function windowWords(
  { start, end }: Pick<ArrivalWindow, 'start' | 'end'>,
  zone: string,
  today: Day,
): string {
  const near = formatDayNear(dayOf(start, zone), today);
  const spoken = ['Today', 'Tomorrow', 'Yesterday'].includes(near) ? near.toLowerCase() : near;
  return `${spoken} ${formatWindow(start, end, zone)}`;
}
