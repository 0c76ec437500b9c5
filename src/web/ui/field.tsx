import { clsx } from 'clsx';
import { CircleAlert } from 'lucide-react';
import { createContext, type ReactNode, useContext, useEffect, useId, useState } from 'react';

type FieldWiring = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
};

type Tell = (saysItself: boolean) => void;
const FieldContext = createContext<{ wiring: FieldWiring; labelId: string; tell: Tell } | null>(null);

/** What the control inside a Field must carry; nothing outside one. Controls of this folder call it. */
export function useFieldWiring(): Partial<FieldWiring> {
  return useContext(FieldContext)?.wiring ?? {};
}

/**
 * The id of the Field's label, for controls that hide the page from screen readers while their list is open (Combobox):
 * a hidden <label> no longer names them, aria-labelledby still does.
 */
export function useFieldLabelId(): string | undefined {
  return useContext(FieldContext)?.labelId;
}

/**
 * While the control itself says what is wrong, the Field's error is silent: sent regardless, what is too long came back
 * as "too long or too many" below the sentence that counts by how much.
 */
export function useSaysItself(says: boolean): void {
  const tell = useContext(FieldContext)?.tell;
  useEffect(() => {
    if (!says || !tell) return;
    tell(true);
    return () => tell(false);
  }, [says, tell]);
}

/** Around a second control inside a Field, which has a label of its own. */
export function FieldBoundary({ children }: { children: ReactNode }) {
  return <FieldContext value={null}>{children}</FieldContext>;
}

export type FieldProps = {
  label: ReactNode;
  /** one control of this folder: TextField, Select, Combobox … */
  children: ReactNode;
  /** a sentence; marks the control as invalid */
  error?: string | undefined;
  hint?: ReactNode;
  required?: boolean | undefined;
  /** label only for screen readers (filters, grids) */
  hideLabel?: boolean | undefined;
  className?: string | undefined;
};

/** The one place where label, hint and error are tied to a control. */
export function Field({ label, children, error: told, hint, required, hideLabel, className }: FieldProps) {
  const id = useId();
  const [saysItself, tell] = useState(false);
  const error = saysItself ? undefined : told;
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  const wiring: FieldWiring = {
    id,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': required ? true : undefined,
  };
  return (
    <div className={clsx('min-w-0', className)}>
      <label
        id={`${id}-label`}
        htmlFor={id}
        className={hideLabel ? 'sr-only' : 'mb-0.5 block text-xs text-muted'}
      >
        {label}
        {required && (
          <span aria-hidden className="text-danger">
            {' *'}
          </span>
        )}
      </label>
      <FieldContext value={{ wiring, labelId: `${id}-label`, tell }}>{children}</FieldContext>
      {error && (
        <p id={`${id}-error`} className="mt-1 flex items-start gap-1 text-xs text-danger">
          <CircleAlert className="mt-px size-3.5 shrink-0" aria-hidden />
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
