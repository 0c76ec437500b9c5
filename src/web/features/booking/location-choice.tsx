import { Plus, Search } from 'lucide-react';
import { useState } from 'react';
import type { CustomerLocation } from '#contract/customer.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** "12 Main St 3B, Quincy". */
export const addressOf = ({ street, unit, city }: { street: string; unit: string; city: string }): string =>
  [[street, unit].filter(Boolean).join(' '), city].filter(Boolean).join(', ');

/** Beyond that they are searched: a landlord has dozens. */
const FEW = 8;
const holds = (one: CustomerLocation, typed: string): boolean => {
  const text = `${one.name} ${addressOf(one)} ${one.zip} ${one.memo}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

export type LocationChoiceProps = {
  locations: readonly CustomerLocation[];
  value: number | null;
  isNew: boolean;
  onChoose: (id: number) => void;
  /** Left out: places can only be chosen here. */
  onNew?: (() => void) | undefined;
  error: string | undefined;
};

/** Where the work is: the customer's locations, or one more. Arrow keys choose, Enter goes on. */
export function LocationChoice({ locations, value, isNew, onChoose, onNew, error }: LocationChoiceProps) {
  const [typed, setTyped] = useState('');
  const shown = locations.filter((one) => holds(one, typed));
  const [first] = shown;
  return (
    <fieldset className="m-0 mt-2 min-w-0 border-0 border-t border-solid border-line p-0 pt-1.5">
      <legend className="float-left text-xs text-muted">Location</legend>
      {onNew && (
        <span className="float-right">
          <Button variant="ghost" icon={<Plus aria-hidden />} onClick={onNew} aria-pressed={isNew}>
            New location
          </Button>
        </span>
      )}
      {locations.length > FEW && (
        <div className="clear-both pb-1">
          <TextField
            size="dense"
            type="search"
            before={<Search aria-hidden />}
            aria-label={`Find one of ${locations.length} locations`}
            placeholder={`One of ${locations.length}: street, name, city`}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            // The form's own Enter then goes on to the next question.
            onKeyDown={({ key }) => key === 'Enter' && typed.trim() !== '' && first && onChoose(first.id)}
          />
        </div>
      )}
      <div className="clear-both flex max-h-56 flex-col overflow-y-auto">
        {shown.map((one) => (
          <label
            key={one.id}
            className="flex min-h-6 shrink-0 items-start gap-2 rounded-md px-1.5 py-1 has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="location"
              className="mt-0.5 size-4 shrink-0 accent-accent outline-none"
              checked={!isNew && value === one.id}
              onChange={() => onChoose(one.id)}
            />
            <span className="min-w-0">
              <bdi className="block truncate">
                {one.name && `${one.name}: `}
                {addressOf(one)}
              </bdi>
              {one.memo && <span className="line-clamp-2 text-xs text-muted">{one.memo}</span>}
            </span>
          </label>
        ))}
        {locations.length === 0 && !isNew && (
          <p className="text-muted">No location yet.{onNew && ' Add one.'}</p>
        )}
        {locations.length > 0 && shown.length === 0 && (
          <p className="text-muted">No location like that. Add it, or search again.</p>
        )}
      </div>
      {error && (
        <p data-error className="mt-1 text-xs text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
