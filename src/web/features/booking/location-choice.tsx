import { Plus } from 'lucide-react';
import type { CustomerLocation } from '#contract/customer.ts';
import { Button } from '../../ui/button.tsx';

/** "12 Main St 3B, Quincy". */
export const addressOf = ({ street, unit, city }: { street: string; unit: string; city: string }): string =>
  [[street, unit].filter(Boolean).join(' '), city].filter(Boolean).join(', ');

export type LocationChoiceProps = {
  locations: readonly CustomerLocation[];
  value: number | null;
  isNew: boolean;
  onChoose: (id: number) => void;
  onNew: () => void;
  error: string | undefined;
};

/** Where the work is: the customer's locations, or one more. Arrow keys choose, Enter goes on. */
export function LocationChoice({ locations, value, isNew, onChoose, onNew, error }: LocationChoiceProps) {
  return (
    <fieldset className="m-0 mt-2 min-w-0 border-0 border-t border-solid border-line p-0 pt-1.5">
      <legend className="float-left text-xs text-muted">Location</legend>
      <span className="float-right">
        <Button variant="ghost" icon={<Plus aria-hidden />} onClick={onNew} aria-pressed={isNew}>
          New location
        </Button>
      </span>
      <div className="clear-both flex flex-col">
        {locations.map((one) => (
          <label
            key={one.id}
            className="flex min-h-6 items-start gap-2 rounded-md px-1.5 py-1 has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="location"
              className="mt-0.5 size-4 shrink-0 accent-accent outline-none"
              checked={!isNew && value === one.id}
              onChange={() => onChoose(one.id)}
            />
            <span className="min-w-0">
              <span className="block truncate">
                {one.name && `${one.name}: `}
                {addressOf(one)}
              </span>
              {one.memo && <span className="line-clamp-2 text-xs text-muted">{one.memo}</span>}
            </span>
          </label>
        ))}
        {locations.length === 0 && !isNew && <p className="text-muted">No location yet. Add one.</p>}
      </div>
      {error && (
        <p data-error className="mt-1 text-xs text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
