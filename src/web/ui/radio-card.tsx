import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export type RadioCardProps = {
  name: string;
  /** What choosing it says, as in a form that is sent. */
  value?: string | undefined;
  checked: boolean;
  onChoose: () => void;
  /** Why it cannot be chosen; also said to screen readers. */
  closedBecause?: string | undefined;
  children: ReactNode;
  className?: string | undefined;
};

/** A native radio that looks like a card: arrow keys and readers work by themselves. */
export function RadioCard({
  name,
  value,
  checked,
  onChoose,
  closedBecause,
  children,
  className,
}: RadioCardProps) {
  return (
    <label
      title={closedBecause}
      className={clsx(
        'flex min-h-6 items-center gap-2 rounded-md border px-2.5 leading-[1.35]',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent',
        closedBecause
          ? 'border-line bg-off text-faint'
          : checked
            ? 'border-accent bg-accent-soft'
            : 'border-line bg-surface hover:bg-hover',
        className,
      )}
    >
      <input
        type="radio"
        name={name}
        value={value}
        className="sr-only"
        checked={checked}
        disabled={closedBecause !== undefined}
        onChange={onChoose}
      />
      {children}
    </label>
  );
}
