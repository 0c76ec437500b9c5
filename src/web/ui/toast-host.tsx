import { clsx } from 'clsx';
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import { useRef, useSyncExternalStore } from 'react';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { useShortcut } from './shortcut.ts';
import {
  dismissToast,
  holdToasts,
  releaseToasts,
  type ShownToast,
  subscribeToasts,
  type ToastTone,
  toastsShown,
} from './toast-store.ts';

const signs: Record<ToastTone, { icon: typeof Info; colour: string }> = {
  info: { icon: Info, colour: 'text-info' },
  success: { icon: CircleCheck, colour: 'text-success' },
  warning: { icon: TriangleAlert, colour: 'text-warning' },
  error: { icon: CircleAlert, colour: 'text-danger' },
};

/** The stack of toasts, bottom right; F8 moves the focus to it. Mount once, with an Announcer. */
export function ToastHost() {
  const toasts = useSyncExternalStore(subscribeToasts, toastsShown);
  const region = useRef<HTMLElement>(null);
  useShortcut('F8', () => region.current?.lastElementChild?.querySelector('button')?.focus(), {
    whileTyping: true,
  });
  return (
    <section
      ref={region}
      aria-label="Notifications"
      data-shell="toasts"
      className="pointer-events-none fixed right-(--toast-right) bottom-(--toast-bottom) z-60 flex w-90 max-w-[calc(100vw-32px)] flex-col gap-2"
      onPointerEnter={holdToasts}
      onPointerLeave={releaseToasts}
      onFocus={holdToasts}
      onBlur={releaseToasts}
    >
      {toasts.map((t) => (
        <ToastCard key={t.id} toast={t} />
      ))}
    </section>
  );
}

function ToastCard({ toast }: { toast: ShownToast }) {
  const { icon: Sign, colour } = signs[toast.tone];
  return (
    <div
      className={clsx(
        'toast-in pointer-events-auto flex items-start gap-2.5 rounded-lg border bg-raised py-2 pr-2 pl-3 shadow-overlay',
        toast.tone === 'error' ? 'border-danger' : 'border-line',
      )}
    >
      <Sign className={clsx('mt-1.5 size-4 shrink-0', colour)} aria-hidden />
      <div className="min-w-0 flex-1 py-1">
        <p className="font-medium">{toast.title}</p>
        {toast.body && <p className="mt-0.5 text-xs text-muted">{toast.body}</p>}
        {toast.more && (
          <p className="mt-0.5 text-xs text-muted">
            {toast.more.text}{' '}
            <button type="button" className="text-accent underline" onClick={toast.more.act}>
              {toast.more.label}
            </button>
          </p>
        )}
      </div>
      {toast.action && (
        <Button
          variant="ghost"
          className="font-semibold text-accent!"
          onClick={() => {
            toast.action?.act();
            dismissToast(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton label="Close" icon={<X aria-hidden />} onClick={() => dismissToast(toast.id)} />
    </div>
  );
}
