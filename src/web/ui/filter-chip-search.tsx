import { Combobox as Base } from '@base-ui/react/combobox';
import { Check } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { controlClass } from './control-class.ts';
import { optionClass, popupClass } from './overlay-class.ts';
import type { Option } from './select.tsx';

/** So many are drawn; the others are found by typing. */
const DRAWN = 100;

export type FilterChipSearchProps<Value extends string | number> = {
  label: string;
  options: readonly Option<Value>[];
  value: readonly Value[];
  onValueChange: (value: Value[]) => void;
  /** What opens the list: its name and what stands on the chip. */
  trigger: { readonly name: string; readonly className: string; readonly children: ReactNode };
  /** Under the list. */
  footer: ReactNode;
};

/** The list of a filter chip that is too long to read: a field to find in it on top, what is chosen first. */
export function FilterChipSearch<Value extends string | number>({
  label,
  options,
  value,
  onValueChange,
  trigger,
  footer,
}: FilterChipSearchProps<Value>) {
  // As it was chosen when the list was opened: a row must not run away from the pointer that takes it.
  const [first, setFirst] = useState<readonly Value[]>(value);
  const items = useMemo(() => {
    const isFirst = ({ value: one }: Option<Value>) => first.includes(one);
    return [...options.filter(isFirst), ...options.filter((one) => !isFirst(one))];
  }, [options, first]);
  const chosen = useMemo(() => items.filter((one) => value.includes(one.value)), [items, value]);
  return (
    <Base.Root<Option<Value>, true>
      multiple
      items={items}
      limit={DRAWN}
      value={chosen}
      onValueChange={(next) => onValueChange(next.map((one) => one.value))}
      isItemEqualToValue={(a, b) => a.value === b.value}
      itemToStringLabel={(one) => one.label}
      onOpenChange={(open) => open && setFirst(value)}
      autoHighlight
    >
      <Base.Trigger aria-label={trigger.name} className={trigger.className}>
        {trigger.children}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="start" className="z-50">
          <Base.Popup className={popupClass} aria-label={label}>
            <Base.Input
              aria-label={`Find in ${label.toLowerCase()}`}
              placeholder={`Find among ${options.length.toLocaleString('en-US')}`}
              className={`${controlClass('dense')} sticky top-0 z-1 mb-1`}
            />
            <Base.Status className="text-xs text-muted">
              <Base.Empty>
                <p className="px-2 py-1.5">Nothing like that in the list.</p>
              </Base.Empty>
            </Base.Status>
            <Base.List aria-label={label} className="outline-none">
              {(one: Option<Value>) => (
                <Base.Item key={one.value} value={one} disabled={one.disabled} className={optionClass}>
                  <span className="w-4 shrink-0 text-accent">
                    <Base.ItemIndicator>
                      <Check aria-hidden />
                    </Base.ItemIndicator>
                  </span>
                  <span className="min-w-0 flex-1 wrap-anywhere">{one.label}</span>
                  {one.hint && <span className="text-xs text-muted">{one.hint}</span>}
                </Base.Item>
              )}
            </Base.List>
            {footer}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
