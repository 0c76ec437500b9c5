import { clsx } from 'clsx';

export type LiveMarkProps = {
  state: 'live' | 'reconnecting' | 'offline';
  /** "Live", "Reconnecting" */
  text: string;
  /** when not live, what one should know: "last change 12 s ago"; the tooltip where the bar is narrow */
  detail?: string | undefined;
};

const dots = { live: 'bg-success', reconnecting: 'border-2 border-warning', offline: 'bg-danger' };

/** Whether what is shown is current: a dot with a word. */
export function LiveMark({ state, text, detail }: LiveMarkProps) {
  return (
    <span
      role="status"
      {...(detail && { 'data-tip': `${text}, ${detail}` })}
      className="inline-flex shrink-0 items-center gap-1.5 text-sm whitespace-nowrap text-muted"
    >
      <span aria-hidden className={clsx('size-2 rounded-full', dots[state])} />
      <span className={clsx(state === 'live' && 'max-md:sr-only')}>
        {text}
        {detail && <span className="max-xl:sr-only">, {detail}</span>}
      </span>
    </span>
  );
}
