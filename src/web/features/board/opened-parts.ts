/**
 * What opens on the board only when asked for: read once the page is at rest, so that the board itself is there sooner
 * and the first click still waits for nothing (product.md, Speed).
 */
import { lazy, useEffect } from 'react';
import { atRest } from '../../lib/when-opened.tsx';

const load = {
  drawer: () => import('../../parts/appointment-drawer/appointment-drawer.tsx'),
  moveTo: () => import('./moves/move-to-dialog.tsx'),
  span: () => import('./spans/span-dialog.tsx'),
};

export const AppointmentDrawer = lazy(async () => ({ default: (await load.drawer()).AppointmentDrawer }));
export const MoveToDialog = lazy(async () => ({ default: (await load.moveTo()).MoveToDialog }));
export const SpanDialog = lazy(async () => ({ default: (await load.span()).SpanDialog }));

export function usePreloadedParts(): void {
  useEffect(
    () =>
      atRest(() => {
        for (const read of Object.values(load)) void read();
      }),
    [],
  );
}
