import { clsx } from 'clsx';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';

export type ChipTone = 'plain' | 'on' | 'danger' | 'warning';

const tones: Record<ChipTone, string> = {
  plain: 'border-line bg-surface text-muted',
  // Named for paper: of a list's filters only those in use are printed (print.css).
  on: 'chip-on border-accent bg-accent-soft text-accent',
  danger: 'border-danger bg-surface text-danger',
  warning: 'border-warning bg-surface text-warning',
};

/** The look of a chip, for links and triggers that are chips. */
export function chipClass(tone: ChipTone = 'plain'): string {
  return clsx(
    'inline-flex h-6 max-w-full shrink-0 items-center gap-1.5 rounded-md border px-2 text-sm whitespace-nowrap select-none [&_svg]:size-3.5',
    tones[tone],
  );
}

export type ChipProps = {
  children: ReactNode;
  tone?: ChipTone | undefined;
  icon?: ReactNode;
  /** a switch: on or off; needs onClick */
  pressed?: boolean | undefined;
  onClick?: (() => void) | undefined;
  /** explains it on hover and focus */
  tip?: string | undefined;
  /** a cross at the end; `removeLabel` is its name: "Remove filter Zone North" */
  onRemove?: (() => void) | undefined;
  removeLabel?: string | undefined;
};

/** A filter, a count or a fact in a bar; a button only when it does something. */
export function Chip({
  children,
  tone = 'plain',
  icon,
  pressed,
  onClick,
  tip,
  onRemove,
  removeLabel,
}: ChipProps) {
  const look = chipClass(pressed ? 'on' : tone);
  if (onClick) {
    return (
      <button
        type="button"
        aria-pressed={pressed}
        data-tip={tip}
        onClick={onClick}
        className={clsx(look, !pressed && 'hover:bg-hover')}
      >
        {icon}
        {children}
      </button>
    );
  }
  return (
    <span className={clsx(look, onRemove && 'pr-0')}>
      {icon}
      {children}
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel ?? 'Remove'}
          onClick={onRemove}
          className="grid size-6 place-items-center rounded-md focus-inset hover:bg-hover"
        >
          <X aria-hidden />
        </button>
      )}
    </span>
  );
}
