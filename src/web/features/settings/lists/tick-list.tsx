import { Search } from 'lucide-react';
import { useState } from 'react';
import { matching } from '../../../parts/setup-picker.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { FieldBoundary, useFieldWiring } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Named } from './references.ts';

/** A longer list is searched rather than read. */
const READ_AT_ONCE = 12;

export type TickListProps = {
  /** "Skills" */
  title: string;
  list: readonly Named[];
  chosen: readonly number[];
  onChange: (chosen: number[]) => void;
  /** Why there is nothing to tick. */
  empty: string | null;
};

/** A list of which several may be ticked; one no longer in use stays as long as the record has it. What was ticked stands first. */
export function TickList({ title, list, chosen, onChange, empty }: TickListProps) {
  const { 'aria-describedby': describedBy } = useFieldWiring();
  const [query, setQuery] = useState('');
  // As it was when the form was opened: a row must not run away from the pointer that ticks it.
  const [first] = useState(() => new Set(chosen));
  const offered = list.filter(({ id, active }) => active || chosen.includes(id));
  if (offered.length === 0) return <p className="text-xs text-faint">{empty ?? 'There are none yet.'}</p>;
  const isLong = offered.length > READ_AT_ONCE;
  const found = query.trim() ? matching(offered.map(alsoUnused), query) : inOrder(offered, first, isLong);
  return (
    <FieldBoundary>
      {isLong && (
        <span className="mb-1 flex items-center gap-2">
          <TextField
            type="search"
            size="dense"
            className="min-w-0 flex-1"
            aria-label={`Find in ${title.toLowerCase()}`}
            placeholder={`Find among ${offered.length.toLocaleString('en-US')}`}
            before={<Search aria-hidden />}
            value={query}
            onChange={({ target }) => setQuery(target.value)}
            // Enter would send the form while its list is being searched.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
          <span className="shrink-0 text-xs text-muted tabular-nums">{chosen.length} ticked</span>
        </span>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset inside the form's field would bring its own frame and legend */}
      <span
        role="group"
        aria-label={title}
        aria-describedby={describedBy}
        className="flex max-h-48 flex-col overflow-y-auto"
      >
        {found.map(({ id, name }) => (
          <Checkbox
            key={id}
            // Else a long name is pressed into the line of the next one.
            className="shrink-0 wrap-anywhere"
            label={list.find((one) => one.id === id)?.active ? name : `${name} (not in use)`}
            checked={chosen.includes(id)}
            onChange={() =>
              onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
            }
          />
        ))}
        {found.length === 0 && <p className="text-xs text-muted">Nothing matches “{query}”.</p>}
      </span>
    </FieldBoundary>
  );
}

const alsoUnused = (one: Named): Named => ({ ...one, active: true });
const inOrder = (offered: readonly Named[], first: ReadonlySet<number>, isLong: boolean) =>
  isLong
    ? [...offered.filter(({ id }) => first.has(id)), ...offered.filter(({ id }) => !first.has(id))]
    : offered;
