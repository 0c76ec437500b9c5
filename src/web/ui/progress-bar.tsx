import { clsx } from 'clsx';

export type ProgressBarProps = {
  /** what advances: "Import", "Load of Ana Reyes" */
  label: string;
  /** 0 to `max`; left out: under way, length unknown */
  value?: number | undefined;
  max?: number | undefined;
  /** a full bar is a warning (load of a technician) */
  tone?: 'accent' | 'success' | 'warning' | 'danger' | undefined;
  className?: string | undefined;
};

const fills = {
  accent: 'bg-accent',
  success: 'bg-success',
  warning: 'bg-(--status-hold-edge)',
  danger: 'bg-danger',
};

/** A 4 px bar; the figure itself stands beside it in words, this is its picture. */
export function ProgressBar({ label, value, max = 100, tone = 'accent', className }: ProgressBarProps) {
  const share = value === undefined ? undefined : Math.min(1, Math.max(0, value / max));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      {...(value !== undefined && { 'aria-valuenow': Math.min(max, Math.max(0, value)) })}
      className={clsx('h-1 overflow-hidden rounded-full bg-line', className)}
    >
      <div
        className={clsx('h-full w-full origin-left', fills[tone], share === undefined && 'animate-pulse')}
        style={{ transform: `scaleX(${share ?? 1})` }}
      />
    </div>
  );
}
