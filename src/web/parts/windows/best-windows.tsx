import type { BestWindowView } from '#contract/capacity.ts';
import type { Setup } from '#contract/setup.ts';
import { type Day, dayOf, type Instant } from '#domain/time.ts';
import { nameIn } from '../../data/setup.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { RadioCard } from '../../ui/radio-card.tsx';
import type { WindowCell } from './use-windows.ts';
import { capital, factorWords, windowWords } from './window-words.ts';

export type BestWindowsProps = {
  best: readonly BestWindowView[];
  cells: readonly WindowCell[];
  chosen: { readonly day: Day; readonly key: string | null };
  onChoose: (day: Day, key: string) => void;
  setup: Setup;
  zone: string;
  now: Instant;
};

/** The three to offer first, by number, each with its reasons; the points behind them are the card's title. */
export function BestWindows({ best, cells, chosen, onChoose, setup, zone, now }: BestWindowsProps) {
  const today = dayOf(now, zone);
  return (
    <div className="flex flex-col gap-1.5">
      {best.map((one, at) => {
        const cell = cells.find(({ day, key }) => day === one.day && key === one.key);
        const full = cell?.capacity?.percentFull;
        const who = one.technicianId === null ? null : nameIn(setup.technicians, one.technicianId);
        const reasons = one.factors.map((factor) => factorWords(factor, setup)).filter(Boolean);
        const points = one.factors.map((factor) => `${factor.points} ${factor.code}`).join(' + ');
        return (
          <RadioCard
            key={`${one.day} ${one.key}`}
            name="best"
            value={`${one.day} ${one.key}`}
            checked={chosen.day === one.day && chosen.key === one.key}
            onChoose={() => onChoose(one.day, one.key)}
            className="py-1.5"
          >
            <Kbd keys={String(at + 1)} className="shrink-0" />
            <span className="min-w-0" title={`${points} = ${one.score} points`}>
              <span className="block truncate">
                <b className="font-semibold tabular-nums">{capital(windowWords(one, zone, today))}</b>
                {who && ` ${who}`}
              </span>
              <span className="block truncate text-xs text-muted">
                {[...reasons, full == null ? '' : `${full} % full`].filter(Boolean).join(' · ')}
              </span>
            </span>
          </RadioCard>
        );
      })}
    </div>
  );
}
