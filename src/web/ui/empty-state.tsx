import type { ReactNode } from 'react';

/** One sentence and the action that fills it (ui.md, Lists). */
export function EmptyState({ text, action, icon }: { text: string; action?: ReactNode; icon?: ReactNode }) {
  return (
    <div className="flex flex-col items-center justify-center gap-3 px-6 py-12 text-center">
      {icon && <span className="text-icon [&_svg]:size-6">{icon}</span>}
      <p className="max-w-100 text-base text-muted">{text}</p>
      {action}
    </div>
  );
}
