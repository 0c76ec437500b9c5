import { Select as Base } from '@base-ui/react/select';
import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import { chipClass } from './chip.tsx';
import { popupClass } from './overlay-class.ts';
import { type Option, SelectOption } from './select.tsx';

export type FilterChipProps<Value extends string | number> = {
  label: string;
  options: readonly Option<Value>[];
  /** empty: no filter */
  value: readonly Value[];
  onValueChange: (value: Value[]) => void;
  /** the word for "no filter" */
  none?: string | undefined;
};

/** "Zone All ▾": a filter of a list or board, several at once, the choice readable on the chip. */
export function FilterChip<Value extends string | number>({
  label,
  options,
  value,
  onValueChange,
  none = 'All',
}: FilterChipProps<Value>) {
  const names = options.filter((o) => value.includes(o.value)).map((o) => o.label);
  const summary =
    names.length === 0 ? none : names.length > 2 ? `${names[0]} +${names.length - 1}` : names.join(', ');
  return (
    <Base.Root
      multiple
      items={options}
      value={value}
      onValueChange={(next) => onValueChange(next)}
      modal={false}
    >
      <Base.Trigger
        // A trigger is a combobox to screen readers, and those take no name from their text.
        aria-label={`${label}: ${summary}`}
        className={clsx(chipClass(names.length > 0 ? 'on' : 'plain'), 'hover:bg-hover')}
      >
        {label} <b className={clsx('font-semibold', names.length === 0 && 'text-text')}>{summary}</b>
        <ChevronDown className="size-3.5" aria-hidden />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Base.Popup className={popupClass}>
            <Base.List>
              {options.map((option) => (
                <SelectOption key={option.value} option={option} />
              ))}
            </Base.List>
            {names.length > 0 && (
              <button
                type="button"
                className="mt-1 w-full rounded-sm border-t border-line px-2 py-1.5 text-left text-xs text-muted focus-inset hover:bg-hover"
                onClick={() => onValueChange([])}
              >
                Clear filter
              </button>
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
