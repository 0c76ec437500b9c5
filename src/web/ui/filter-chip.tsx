import { Select as Base } from '@base-ui/react/select';
import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import { chipClass } from './chip.tsx';
import { FilterChipSearch } from './filter-chip-search.tsx';
import { filterSummary } from './filter-summary.ts';
import { popupClass } from './overlay-class.ts';
import { type Option, SelectOption } from './select.tsx';

/** A longer list is searched rather than read. */
const READ_AT_ONCE = 20;

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
  const { text: summary, isOn } = filterSummary(options, value, none);
  // A trigger is a combobox to screen readers, and those take no name from their text.
  const name = `${label}: ${summary}`;
  const className = clsx(chipClass(isOn ? 'on' : 'plain'), 'hover:bg-hover');
  const words = (
    <>
      {label} <b className={clsx('font-semibold', !isOn && 'text-text')}>{summary}</b>
      <ChevronDown className="size-3.5" aria-hidden />
    </>
  );
  const clear = isOn && (
    <button
      type="button"
      className="mt-1 w-full rounded-sm border-t border-line px-2 py-1.5 text-left text-xs text-muted focus-inset hover:bg-hover"
      onClick={() => onValueChange([])}
    >
      Clear filter
    </button>
  );
  if (options.length > READ_AT_ONCE) {
    return (
      <FilterChipSearch
        label={label}
        options={options}
        value={value}
        onValueChange={onValueChange}
        trigger={{ name, className, children: words }}
        footer={clear}
      />
    );
  }
  return (
    <Base.Root
      multiple
      items={options}
      value={value}
      onValueChange={(next) => onValueChange(next)}
      modal={false}
    >
      <Base.Trigger aria-label={name} className={className}>
        {words}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Base.Popup className={popupClass}>
            <Base.List aria-label={label}>
              {options.map((option) => (
                <SelectOption key={option.value} option={option} />
              ))}
            </Base.List>
            {clear}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
