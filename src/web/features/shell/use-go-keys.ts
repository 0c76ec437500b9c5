import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Place } from './navigation.tsx';

const PATIENCE_MS = 1_200;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null);

/** "g" and a letter goes to a place: g b to the board. Silent while one types and in dialogs. */
export function useGoKeys(places: readonly Place[]): void {
  const navigate = useNavigate();
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const onKey = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!plain || event.isComposing || isTyping(event.target)) return;
      const place =
        waiting === undefined ? undefined : places.find(({ key }) => key === event.key.toLowerCase());
      clearTimeout(waiting);
      waiting = undefined;
      if (place) {
        // The page under it may know the letter too; after "g" it means the place.
        event.preventDefault();
        event.stopPropagation();
        void navigate({ to: place.to });
      } else if (event.key === 'g') {
        waiting = setTimeout(() => {
          waiting = undefined;
        }, PATIENCE_MS);
      }
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => {
      clearTimeout(waiting);
      document.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [places, navigate]);
}
