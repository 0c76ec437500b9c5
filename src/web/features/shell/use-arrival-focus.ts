import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { focusPageIfLost } from '../../ui/focus-page.ts';

/**
 * After a change of page the focus is on the page, not before the menu: what was pressed is gone, and thirteen Tabs lay
 * between the keyboard and the first control. Whatever takes the focus itself, a search box say, keeps it.
 */
export function useArrivalFocus(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        // A page that has just been loaded begins at "Skip to the page".
        if (fromLocation && pathChanged) focusPageIfLost();
      }),
    [router],
  );
}
