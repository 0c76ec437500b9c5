import { clsx } from 'clsx';
import { FACTOR_KINDS, type FactorKind } from '#domain/schedule/suggestions/factors.ts';
import type { Suggestion } from '#domain/schedule/suggestions/question.ts';
import { countedAs, FACTOR_WORDS } from './suggestion-words.ts';

export type Compared = { readonly name: string; readonly place: Suggestion };

/** What each place costs, in minutes that add up: one column for the one chosen, one more to compare. */
export function FactorTable({ label, places }: { label: string; places: readonly Compared[] }) {
  const kinds = FACTOR_KINDS.filter((kind) => places.some(({ place }) => factorOf(place, kind)));
  return (
    <table aria-label={label} className="w-full border-collapse text-xs tabular-nums">
      <thead className={clsx(places.length === 1 && 'sr-only')}>
        <tr>
          <th scope="col" className="py-1 text-left font-normal text-muted">
            What it costs
          </th>
          {places.map(({ name, place }) => (
            <th
              key={`${name} ${place.start}`}
              scope="col"
              className="py-1 pl-3 text-right font-normal text-muted"
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind} className="border-t border-line">
            <th scope="row" className="py-1 text-left font-normal">
              {FACTOR_WORDS[kind]}
            </th>
            {places.map(({ name, place }) => {
              const factor = factorOf(place, kind);
              const counted = factor && countedAs(factor);
              return (
                <td key={`${name} ${place.start}`} className="py-1 pl-3 text-right">
                  {counted && <span className="text-muted">{counted} = </span>}
                  {factor ? `${factor.minutes} min` : <span className="text-muted">–</span>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t border-strong font-semibold">
          <th scope="row" className="py-1 text-left">
            Together
          </th>
          {places.map(({ name, place }) => (
            <td key={`${name} ${place.start}`} className="py-1 pl-3 text-right">
              {place.score} min
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

const factorOf = ({ factors }: Suggestion, wanted: FactorKind) => factors.find(({ kind }) => kind === wanted);
