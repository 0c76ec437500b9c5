import { Link } from '@tanstack/react-router';
import type { Proposal } from '#contract/replenishment.ts';
import { unitsText } from '../../../lib/stock-words.ts';
import { rowClass, Section } from '../../../parts/section.tsx';
import { keyOf } from './proposal-edits.ts';

/** Needed, and in no vendor's catalogue: what to do about each. */
export function UnsoldLines({ lines }: { lines: readonly Proposal[] }) {
  if (lines.length === 0) return null;
  return (
    <Section title="Nobody sells these" count={lines.length}>
      <p className={`${rowClass} text-muted`}>
        No vendor in use has them in its catalogue, so they are not ordered. Open the SKU and say who sells it
        and for how much; it stands with that vendor here at once.
      </p>
      {lines.map((line) => (
        <p key={keyOf(line)} className={rowClass}>
          <Link to="/skus/$id" params={{ id: line.skuId }} className="font-medium">
            {line.skuCode}
          </Link>
          <bdi className="min-w-0 truncate">{line.skuName}</bdi>
          <span className="ml-auto whitespace-nowrap tabular-nums">
            {unitsText(line.quantity)} {line.unit}
          </span>
          <bdi className="w-40 truncate text-muted">{line.place}</bdi>
        </p>
      ))}
    </Section>
  );
}
