import { announce } from './announcer.tsx';

export type ToastTone = 'info' | 'success' | 'warning' | 'error';
type ToastMessage = {
  title: string;
  body?: string | undefined;
  tone?: ToastTone | undefined;
  /** "Undo", "Show": pressing it also closes the toast */
  action?: { label: string; act: () => void } | undefined;
  /** What is known a moment later, with a way to look at it: "2 messages go out in 60 s" */
  more?: { text: string; label: string; act: () => void } | undefined;
};
export type ShownToast = ToastMessage & { id: number; tone: ToastTone };

const patience = { plain: 5_000, withAction: 10_000 };
const most = 5;
let shown: readonly ShownToast[] = [];
let lastId = 0;
const timers = new Map<number, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();

function show(next: readonly ShownToast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** What is on screen, oldest first; the same array until it changes. */
export function toastsShown(): readonly ShownToast[] {
  return shown;
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function dismissToast(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  show(shown.filter((t) => t.id !== id));
}

/** Adds to a toast that is still shown; nothing when it has left. */
export function amendToast(id: number, more: NonNullable<ToastMessage['more']>): void {
  show(shown.map((t) => (t.id === id ? { ...t, more } : t)));
}

/** A toast being read (pointer or focus on it) waits; errors never leave by themselves. */
export function holdToasts(): void {
  for (const timer of timers.values()) clearTimeout(timer);
  timers.clear();
}

export function releaseToasts(): void {
  holdToasts();
  for (const t of shown) {
    if (t.tone === 'error') continue;
    timers.set(
      t.id,
      setTimeout(() => dismissToast(t.id), t.action ? patience.withAction : patience.plain),
    );
  }
}

/**
 * A step's "Undo" goes when the next step is done or the step itself is undone: Ctrl Z takes back the newest, and a pile
 * of offers would cover what is needed next.
 */
const isPassedBy = (old: ShownToast, entry: ShownToast) =>
  isDoneStep(entry) && isDoneStep(old) && old.action !== undefined;
/** A warning tells of a step that was done all the same: "60 min overtime". */
const isDoneStep = ({ tone }: ShownToast) => tone === 'success' || tone === 'warning';

/**
 * Shows a message at the bottom right and reads it out; returns its id for dismissToast.
 * Errors stay until closed (ui.md, Shell); others leave after 5 s, 10 s when they offer an action.
 */
export function toast(message: ToastMessage): number {
  const entry: ShownToast = { ...message, id: ++lastId, tone: message.tone ?? 'info' };
  // Past five the oldest that is not an error makes room: an unread error is never dropped.
  const crowd = [...shown.filter((t) => !isPassedBy(t, entry)), entry];
  const leaving = crowd.length > most ? crowd.find((t) => t.tone !== 'error' && t !== entry) : undefined;
  if (leaving) {
    clearTimeout(timers.get(leaving.id));
    timers.delete(leaving.id);
  }
  show(crowd.filter((t) => t !== leaving));
  if (entry.tone !== 'error') {
    timers.set(
      entry.id,
      setTimeout(() => dismissToast(entry.id), entry.action ? patience.withAction : patience.plain),
    );
  }
  announce(
    [entry.title, entry.body, entry.action && `F8 for ${entry.action.label}`]
      .filter((part) => part !== undefined)
      .map((part) => part.replace(/\.?$/, '.'))
      .join(' '),
    entry.tone === 'error' ? 'assertive' : 'polite',
  );
  return entry.id;
}
