import { clsx } from 'clsx';

export type LiveMarkProps = {
  state: 'live' | 'reconnecting' | 'offline';
  /** when not live, what one should know: "Reconnecting, last change 12 s ago" */
  text: string;
};

const dots = { live: 'bg-success', reconnecting: 'border-2 border-warning', offline: 'bg-danger' };

/** Whether what is shown is current: a dot with a word. */
export function LiveMark({ state, text }: LiveMarkProps) {
  return (
    <span
      role="status"
      className="inline-flex shrink-0 items-center gap-1.5 text-sm whitespace-nowrap text-muted"
    >
      <span aria-hidden className={clsx('size-2 rounded-full', dots[state])} />
      {text}
    </span>
  );
}
