import { clsx } from 'clsx';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type ProblemBannerProps = {
  /** sentences, worst first: what, why, what can be done */
  messages: readonly ReactNode[];
  /** in front of a single message, above several: "1 difference" */
  title?: string | undefined;
  tone?: 'danger' | 'warning' | 'info' | undefined;
  /** buttons that solve it */
  actions?: ReactNode;
  /** quiet line under it: "Request 7F3A" */
  footnote?: ReactNode;
};

const tones = {
  danger: { edge: 'border-danger', ink: 'text-danger', Icon: CircleAlert },
  warning: { edge: 'border-warning', ink: 'text-warning', Icon: TriangleAlert },
  info: { edge: 'border-info', ink: 'text-info', Icon: Info },
};

/** What stands in the way, in its place on the page. Nothing when there is nothing to say. */
export function ProblemBanner({ messages, title, tone = 'danger', actions, footnote }: ProblemBannerProps) {
  if (messages.length === 0) return null;
  const { edge, ink, Icon } = tones[tone];
  return (
    <div
      role={tone === 'info' ? 'status' : 'alert'}
      className={clsx('flex items-start gap-2 rounded-md border bg-surface px-3 py-1.5', edge)}
    >
      <Icon className={clsx('mt-1.5 size-4 shrink-0', ink)} aria-hidden />
      <div className="min-w-0 flex-1 py-1">
        {title && <b className={clsx('mr-1.5 font-semibold', ink)}>{title}</b>}
        {messages.length === 1 ? (
          messages[0]
        ) : (
          <ul className="mt-0.5 list-disc pl-4">
            {messages.map((message, index) => (
              <li key={typeof message === 'string' ? message : index}>{message}</li>
            ))}
          </ul>
        )}
        {footnote && <p className="mt-0.5 text-xs text-muted">{footnote}</p>}
      </div>
      {actions && <div className="flex shrink-0 flex-wrap gap-1.5">{actions}</div>}
    </div>
  );
}
