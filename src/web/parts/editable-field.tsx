import { Check, Pencil, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useController, useForm } from 'react-hook-form';
import type { z } from 'zod';
import type { Versioned } from '../data/versions.ts';
import { problemOf } from '../lib/api.ts';
import { fieldErrorText } from '../lib/field-error-text.ts';
import { errorText } from '../lib/refusal-text.ts';
import { Field } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { useDecidedSave } from './use-decided-save.tsx';
import { useValueWording } from './use-value-wording.ts';

export type FieldEdit<Value> = {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly disabled: boolean;
};

export type EditableFieldProps<Value> = {
  label: string;
  /** The record's own name of it: its rule in the contract, its word in the history. */
  field: string;
  value: Value;
  /** The contract's rule for it. */
  schema: z.ZodType<unknown, unknown>;
  /** How it reads; nothing reads "none". */
  children: ReactNode;
  /** One control of `ui`, for the time it is changed. */
  control: (edit: FieldEdit<Value>) => ReactNode;
  /** Why it cannot be changed now: stands in a tooltip and is read out. */
  lockedBecause?: string | undefined;
  /** The versions shown, taken when the field is opened: what the change is decided on. */
  versions: readonly Versioned[];
  zone?: string | undefined;
  /** Rejects with what the server answered. */
  onSave: (value: Value, expected: readonly Versioned[]) => Promise<unknown>;
  /** What stands below the sentence of a refusal: a way to what it is about. */
  explain?: ((error: unknown) => ReactNode) | undefined;
  className?: string | undefined;
};

/**
 * A fact of a record that is changed where it stands: Enter saves (Ctrl+Enter in several lines), Escape gives up, and
 * when somebody changed the same in the meantime both stand side by side. What was typed stays until it is saved.
 */
export function EditableField<Value>(props: EditableFieldProps<Value>) {
  const { label, lockedBecause, children, className } = props;
  const [base, setBase] = useState<readonly Versioned[] | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setBase(null);
    requestAnimationFrame(() => opener.current?.focus());
  };
  if (base) return <Editor {...props} base={base} onClose={close} />;
  const shown = children ?? <span className="text-faint">none</span>;
  if (lockedBecause) {
    return (
      <div className={className}>
        <p className="mb-0.5 text-xs text-muted">{label}</p>
        <Tooltip text={lockedBecause}>
          {/* A button, so that the reason is found by keyboard too. */}
          <button
            type="button"
            aria-disabled
            className="block min-h-8 max-w-full text-left text-base text-muted"
          >
            {shown}
            <span className="sr-only">. {lockedBecause}</span>
          </button>
        </Tooltip>
      </div>
    );
  }
  return (
    <div className={className}>
      <p className="mb-0.5 text-xs text-muted">{label}</p>
      <button
        ref={opener}
        type="button"
        onClick={() => setBase(props.versions)}
        className="group -mx-1.5 flex min-h-8 max-w-full min-w-24 items-center gap-1.5 rounded-md px-1.5 text-left text-base hover:bg-hover"
      >
        <span className="sr-only">Change {label.toLowerCase()}: </span>
        <span className="min-w-0 break-words">{shown}</span>
        <Pencil
          aria-hidden
          className="size-3.5 shrink-0 text-icon opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100"
        />
      </button>
    </div>
  );
}

type EditorProps<Value> = EditableFieldProps<Value> & { base: readonly Versioned[]; onClose: () => void };

function Editor<Value>({
  label,
  field,
  value,
  schema,
  control,
  zone,
  onSave,
  explain,
  base,
  onClose,
  className,
}: EditorProps<Value>) {
  const wording = useValueWording(zone);
  const box = useRef<HTMLFormElement>(null);
  const decided = useDecidedSave(base, zone);
  const [refused, setRefused] = useState<unknown>(null);
  const form = useForm<{ value: unknown }>({
    defaultValues: { value },
    resolver: (typed) => {
      const [issue] = schema.safeParse(typed.value).error?.issues ?? [];
      if (!issue) return { values: typed, errors: {} };
      const message = fieldErrorText({ path: field, code: issue.code, message: issue.message });
      return { values: {}, errors: { value: { type: 'contract', message } } };
    },
  });
  const { field: typed } = useController({ control: form.control, name: 'value' });
  const { isSubmitting, isDirty, errors } = form.formState;
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>('input, textarea, button');
    first?.focus();
    if (first instanceof HTMLInputElement && first.type === 'text') first.select();
  }, []);

  const save = form.handleSubmit(async (given) => {
    if (!isDirty) return onClose();
    setRefused(null);
    await decided.save({ [field]: given.value }, (_, expected) => onSave(given.value as Value, expected), {
      onSaved: onClose,
      onRefused: (error) => {
        setRefused(error);
        const problem = problemOf(error);
        // A refusal with a code of its own says more than its field.
        const fields = problem?.code === 'request.invalid' ? problem.fields : [];
        const mine = fields.find(({ path }) => `${path.replace(/^changes\./, '')}.`.startsWith(`${field}.`));
        form.setError('value', { message: mine ? fieldErrorText(mine) : errorText(error, wording) });
      },
    });
  });
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const target = event.target as HTMLElement;
    // React's events rise through portals, too: a key in the comparison must not close what was typed.
    if (!event.currentTarget.contains(target)) return;
    if (target.getAttribute('aria-expanded') === 'true' || event.defaultPrevented) return;
    const several = target.matches('textarea');
    if (event.key === 'Escape') onClose();
    else if (
      event.key === 'Enter' &&
      target.matches('input, textarea') &&
      (!several || event.ctrlKey || event.metaKey)
    ) {
      void save();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      ref={box}
      aria-label={`Change ${label.toLowerCase()}`}
      onKeyDown={onKeyDown}
      onSubmit={(event) => void save(event)}
      className={className}
    >
      <fieldset disabled={isSubmitting} className="m-0 flex min-w-0 items-end gap-1 border-0 p-0">
        <div className="min-w-0 flex-1">
          <Field label={label} error={errors.value?.message}>
            {control({ value: typed.value as Value, onChange: typed.onChange, disabled: isSubmitting })}
          </Field>
        </div>
        <IconButton
          label={`Save ${label.toLowerCase()}`}
          type="submit"
          variant="primary"
          icon={<Check aria-hidden />}
        />
        <IconButton label="Leave it as it was" icon={<X aria-hidden />} onClick={onClose} />
      </fieldset>
      <LeaveGuard when={isDirty && !isSubmitting} />
      {refused !== null && explain?.(refused)}
      {decided.dialog}
    </form>
  );
}
