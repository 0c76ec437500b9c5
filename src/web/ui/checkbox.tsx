import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { useFieldWiring } from './field.tsx';

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  label: ReactNode;
  hideLabel?: boolean | undefined;
  /** some, not all */
  indeterminate?: boolean | undefined;
};

/** A native checkbox (it goes ten thousand times into a table) with its word and a 24 px target. */
export function Checkbox({ label, hideLabel, indeterminate, className, ref, ...rest }: CheckboxProps) {
  const wiring = useFieldWiring();
  return (
    <label className={clsx('inline-flex min-h-6 min-w-6 items-center gap-2', className)}>
      <input
        type="checkbox"
        {...wiring}
        {...rest}
        ref={(node) => {
          if (node) node.indeterminate = indeterminate ?? false;
          if (typeof ref === 'function') return ref(node);
          if (ref) ref.current = node;
        }}
        className="m-0 size-4 shrink-0 accent-accent"
      />
      <span className={hideLabel ? 'sr-only' : undefined}>{label}</span>
    </label>
  );
}
