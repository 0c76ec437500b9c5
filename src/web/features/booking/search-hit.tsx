import type { CustomerSummary } from '#contract/customer.ts';
import { formatPhone } from '../../lib/format.ts';
import { TagNames } from '../../parts/tag-names.tsx';
import { highlight, highlightPhone, type Piece } from './highlight.ts';

/** A customer found, with what was typed marked in it. */
export function SearchHit({ hit, query }: { hit: CustomerSummary; query: string }) {
  const { name, phone, email, address, locationCount, doNotService, type, tagIds } = hit;
  const typedEmail = query.includes('@') && email !== '';
  return (
    <>
      <span className="flex min-w-0 items-baseline gap-1.5">
        <span className="min-w-0 truncate text-base font-medium">
          <Marked pieces={highlight(name, query)} />
        </span>
        {phone && (
          <span className="shrink-0 text-xs text-muted">
            <Marked pieces={highlightPhone(formatPhone(phone), query)} />
          </span>
        )}
        <span className="ml-auto flex shrink-0 gap-1">
          {doNotService && <span className="text-xs font-semibold text-danger">Do not service</span>}
          <TagNames ids={tagIds.slice(0, 1)} />
        </span>
      </span>
      <span className="block truncate text-xs text-muted">
        {typedEmail ? (
          <Marked pieces={highlight(email, query)} />
        ) : (
          <Marked pieces={highlight(address || 'No location yet', query)} />
        )}
        {locationCount > 1 && ` · ${locationCount} locations`}
        {type === 'Commercial' && ' · commercial'}
      </span>
    </>
  );
}

function Marked({ pieces }: { pieces: readonly Piece[] }) {
  // The same text may stand in a name twice: only its place tells the pieces apart.
  let at = 0;
  return pieces.map(({ text, hit }) => {
    const key = `${at} ${text}`;
    at += text.length;
    return hit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}
