import { clsx } from 'clsx';
import {
  ArrowRight,
  Check,
  Circle,
  CircleAlert,
  CircleHelp,
  CircleSlash,
  Columns2,
  Hand,
  type LucideIcon,
  Pause,
  Play,
  X,
} from 'lucide-react';

/** The looks there are; which status of which record has which look is the business of parts/. */
const statusHues = [
  'scheduled',
  'dispatched',
  'working',
  'paused',
  'done',
  'hold',
  'canceled',
  'late',
  'unconfirmed',
  'overridden',
  'unused',
] as const;
export type StatusHue = (typeof statusHues)[number];

const icons: Record<StatusHue, LucideIcon> = {
  scheduled: Circle,
  dispatched: ArrowRight,
  working: Play,
  paused: Pause,
  done: Check,
  hold: Hand,
  canceled: X,
  late: CircleAlert,
  unconfirmed: CircleHelp,
  overridden: Columns2,
  unused: CircleSlash,
};

/** The sign of a look, in its colour; a word must stand beside it or in the element's label. */
export function StatusIcon({ hue, className }: { hue: StatusHue; className?: string | undefined }) {
  const Icon = icons[hue];
  return (
    <Icon
      aria-hidden
      data-status={hue}
      strokeWidth={2.25}
      {...((hue === 'working' || hue === 'paused') && { fill: 'currentColor' })}
      className={clsx('shrink-0 text-(--st-edge)', className ?? 'size-3.5')}
    />
  );
}

/** Hue, sign and word, never the hue alone (ui.md, Tokens). */
export function StatusBadge({ hue, word }: { hue: StatusHue; word: string }) {
  return (
    <span
      data-status={hue}
      className="inline-flex h-5 items-center gap-1 rounded-sm bg-(--st-bg) px-1.5 text-xs font-medium whitespace-nowrap text-(--st-fg)"
    >
      <StatusIcon hue={hue} className="size-3" />
      <span className={hue === 'canceled' ? 'line-through' : undefined}>{word}</span>
    </span>
  );
}
