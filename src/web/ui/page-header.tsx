import type { ReactNode } from 'react';

export type PageHeaderProps = {
  title: ReactNode;
  /** beside the title: the party, a status */
  detail?: ReactNode;
  /** buttons at the right, the primary one last */
  actions?: ReactNode;
};

/** The head of a page or document: title, who it is about, what can be done. */
export function PageHeader({ title, detail, actions }: PageHeaderProps) {
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-2">
      <h1 className="mr-1.5 min-w-0 wrap-anywhere text-xl leading-7 font-semibold">{title}</h1>
      {detail && <div className="flex min-w-0 items-center gap-2 text-base text-muted">{detail}</div>}
      {actions && (
        <div data-print="hide" className="ml-auto flex flex-wrap items-center gap-2">
          {actions}
        </div>
      )}
    </div>
  );
}
