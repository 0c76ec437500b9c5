import { clsx } from 'clsx';
import type { DayFigures } from '#domain/schedule/day-figures.ts';
import { formatMinutes } from '../../../lib/format.ts';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';

const ROWS: readonly (readonly [keyof DayFigures, label: string, say: (value: number) => string])[] = [
  ['late', 'Late', String],
  ['driveMinutes', 'Drive', formatMinutes],
  ['overtimeMinutes', 'Overtime', formatMinutes],
  ['unplaced', 'Unplaced', String],
];

/** The live day against the draft's: of each figure less is better. */
export function DraftFigures({ live, draft, moved }: { live: DayFigures; draft: DayFigures; moved: number }) {
  return (
    <dl
      aria-label="Live day against this draft"
      className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 tabular-nums"
    >
      {ROWS.map(([key, label, say]) => (
        <div key={key} className="flex items-baseline gap-1.5 whitespace-nowrap" data-figure={key}>
          <dt className="text-xs text-muted">{label}</dt>
          <dd>
            <Figure live={live[key]} draft={draft[key]} say={say} />
          </dd>
        </div>
      ))}
      <div className="flex items-baseline gap-1.5" data-figure="moved">
        <dt className="text-xs text-muted">Moved</dt>
        <dd className="font-semibold">{moved}</dd>
      </div>
    </dl>
  );
}

function Figure({ live, draft, say }: { live: number; draft: number; say: (value: number) => string }) {
  const more = draft - live;
  if (more === 0) return <>{say(draft)}</>;
  return (
    <>
      <VisuallyHidden>live </VisuallyHidden>
      <span className="text-muted">{say(live)}</span>
      <span aria-hidden> → </span>
      <VisuallyHidden>, in the draft </VisuallyHidden>
      <strong className="font-semibold">{say(draft)}</strong>{' '}
      <span className={clsx('text-xs', more > 0 ? 'text-danger' : 'text-success')}>
        ({more > 0 ? '▲ ' : '▼ '}
        {say(Math.abs(more))}
        {more > 0 ? ' more' : ' less'})
      </span>
    </>
  );
}
