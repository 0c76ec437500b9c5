import { CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';

type FormError = {
  message: string;
  /** the field it belongs to, for onSelect; left out: it is about the whole form */
  path?: string | undefined;
};

export type FormErrorsProps = {
  errors: readonly FormError[];
  /** brings the person to the field: react-hook-form's setFocus */
  onSelect?: ((path: string) => void) | undefined;
};

/** Everything that keeps a form from being sent, above its button; takes the focus when it appears. */
export function FormErrors({ errors, onSelect }: FormErrorsProps) {
  const box = useRef<HTMLDivElement>(null);
  const any = errors.length > 0;
  useEffect(() => {
    if (any) box.current?.focus();
  }, [any]);
  if (!any) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-md border border-danger bg-danger-soft px-3 py-2"
    >
      <p className="flex items-center gap-2 font-semibold text-danger">
        <CircleAlert className="size-4" aria-hidden />
        {errors.length === 1
          ? 'One thing is missing or wrong'
          : `${errors.length} things are missing or wrong`}
      </p>
      <ul className="mt-1 list-disc pl-9">
        {errors.map(({ message, path }) => (
          <li key={`${path ?? ''} ${message}`}>
            {path !== undefined && onSelect ? (
              <button type="button" className="min-h-6 text-left underline" onClick={() => onSelect(path)}>
                {message}
              </button>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
