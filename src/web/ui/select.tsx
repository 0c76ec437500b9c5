import { Select as Base } from '@base-ui/react/select';
import { clsx } from 'clsx';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { type ControlSize, controlClass } from './control-class.ts';
import { useFieldWiring } from './field.tsx';
import { optionClass, popupClass } from './overlay-class.ts';

export type Option<Value> = {
  value: Value;
  label: string;
  hint?: ReactNode;
  disabled?: boolean | undefined;
};

export type SelectProps<Value extends string | number> = {
  value: Value | null;
  onValueChange: (value: Value) => void;
  options: readonly Option<Value>[];
  placeholder?: string | undefined;
  size?: ControlSize | undefined;
  disabled?: boolean | undefined;
  name?: string | undefined;
  /** outside a Field */
  'aria-label'?: string | undefined;
  onBlur?: (() => void) | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
  className?: string | undefined;
};

/** One of a short, known list (up to some twenty); longer lists are a Combobox. Typing jumps to an option. */
export function Select<Value extends string | number>({
  value,
  onValueChange,
  options,
  placeholder = 'Choose…',
  size,
  disabled,
  name,
  onBlur,
  ref,
  className,
  ...rest
}: SelectProps<Value>) {
  const wiring = useFieldWiring();
  return (
    <Base.Root
      items={options}
      value={value}
      onValueChange={(next) => next !== null && onValueChange(next)}
      disabled={disabled}
      name={name}
      modal={false}
    >
      <Base.Trigger
        ref={ref}
        onBlur={onBlur}
        aria-label={rest['aria-label']}
        {...wiring}
        className={clsx(controlClass(size), 'flex items-center gap-2 text-left', className)}
      >
        <Base.Value
          placeholder={placeholder}
          className="min-w-0 flex-1 truncate data-placeholder:text-faint"
        />
        <Base.Icon className="text-icon">
          <ChevronDown className="size-4" aria-hidden />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Base.Popup className={popupClass}>
            <Base.List aria-label="Choices">
              {options.map((option) => (
                <SelectOption key={option.value} option={option} />
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** A row of Select and FilterChip: tick, label, quiet hint. */
export function SelectOption<Value>({ option }: { option: Option<Value> }) {
  return (
    <Base.Item value={option.value} disabled={option.disabled} className={optionClass}>
      <span className="w-4 shrink-0 text-accent">
        <Base.ItemIndicator>
          <Check aria-hidden />
        </Base.ItemIndicator>
      </span>
      <Base.ItemText className="flex-1">{option.label}</Base.ItemText>
      {option.hint && <span className="text-xs text-muted">{option.hint}</span>}
    </Base.Item>
  );
}
