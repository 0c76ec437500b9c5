/**
 * What opens on the board only when asked for: read once the page is at rest, so that the board itself is there sooner
 * and the first click still waits for nothing (product.md, Speed).
 */
import { lazy } from 'react';
import { readLater } from '../../lib/read-later.ts';
import { useReadAtRest, whenOpened } from '../../lib/when-opened.tsx';
import type { CapacityDialogProps } from './capacity/capacity-dialog.tsx';
import type { DraftsDialogProps } from './drafts/drafts-dialog.tsx';

type Menus = typeof import('./board-menu.ts') & typeof import('../../parts/appointment-drawer/offers.ts');
let menus: Menus | null = null;
/** What the menus of the lanes are made of; null until it is read. */
export const menusRead = (): Menus | null => menus;
export async function readMenus(): Promise<void> {
  const [made, offered] = await Promise.all([
    import('./board-menu.ts'),
    import('../../parts/appointment-drawer/offers.ts'),
  ]);
  menus = { ...made, ...offered };
}

/** What only the week needs: read with the first one, and at rest. */
export const WEEK_CODE = readLater(() => import('./week/week-code.ts'));

/** Groups and orders of the technicians: read when the URL asks for one, and at rest. */
export const ROWS_CODE = readLater(() => import('./rows/arrange-rows.ts'));
/** What zooming means: read with the first step, and at rest. */
export const ZOOM_CODE = readLater(() => import('./zoom/zoom-by.ts'));
/** Paper, which is asked for without warning: read at rest. */
export const PRINT_CODE = readLater(() => import('./print/board-print.tsx'));

const load = {
  week: WEEK_CODE.read,
  rows: ROWS_CODE.read,
  zoom: ZOOM_CODE.read,
  print: PRINT_CODE.read,
  zoomHands: () => import('./zoom/zoom-hands.tsx'),
  menus: readMenus,
  drawer: () => import('../../parts/appointment-drawer/appointment-drawer.tsx'),
  moveTo: () => import('./moves/move-to-dialog.tsx'),
  suggest: () => import('./suggest/suggest-dialog.tsx'),
  pastBar: () => import('./past/past-bar.tsx'),
  pastVisit: () => import('./past/past-visit.tsx'),
  arrange: () => import('./arrange/arrange-part.tsx'),
  moves: () => import('../../parts/moves-dialog.tsx'),
  draftBar: () => import('./drafts/draft-bar.tsx'),
  drafts: () => import('./drafts/drafts-dialog.tsx'),
  span: () => import('./spans/span-dialog.tsx'),
  capacity: () => import('./capacity/capacity-dialog.tsx'),
  plan: () => import('./plan/plan-part.tsx'),
  planButton: () => import('./plan/plan-button.tsx'),
  barMenu: () => import('./bar-menu.tsx'),
  emptyDay: () => import('./empty-day.tsx'),
  emptyTray: () => import('./tray/empty-tray.tsx'),
  noTechnicians: () => import('./no-technicians.tsx'),
  presence: () => import('./board-presence.tsx'),
  colleagues: () => import('./colleagues-here.tsx'),
  elsewhere: () => import('./notices/visit-elsewhere.tsx'),
};

export const AppointmentDrawer = lazy(async () => ({ default: (await load.drawer()).AppointmentDrawer }));
export const MoveToDialog = lazy(async () => ({ default: (await load.moveTo()).MoveToDialog }));
export const SuggestDialog = lazy(async () => ({ default: (await load.suggest()).SuggestDialog }));
export const ArrangePart = lazy(async () => ({ default: (await load.arrange()).ArrangePart }));
export const SpanDialog = lazy(async () => ({ default: (await load.span()).SpanDialog }));

/** With MapLibre in it, five times the board: read only when a map is wanted. */
export const BoardMap = lazy(async () => ({ default: (await import('./map/board-map.tsx')).BoardMap }));

export const VisitElsewhere = lazy(async () => ({ default: (await load.elsewhere()).VisitElsewhere }));

export const BoardPresence = lazy(async () => ({ default: (await load.presence()).BoardPresence }));
export const ColleaguesHere = lazy(async () => ({ default: (await load.colleagues()).ColleaguesHere }));

export const ZoomHands = lazy(async () => ({ default: (await load.zoomHands()).ZoomHands }));

export const EmptyDay = lazy(async () => ({ default: (await load.emptyDay()).EmptyDay }));
export const EmptyTray = lazy(async () => ({ default: (await load.emptyTray()).EmptyTray }));
export const NoTechnicians = lazy(async () => ({ default: (await load.noTechnicians()).NoTechnicians }));
export const PastBar = lazy(async () => ({ default: (await load.pastBar()).PastBar }));
export const PastVisit = lazy(async () => ({ default: (await load.pastVisit()).PastVisit }));
export const DraftBar = lazy(async () => ({ default: (await load.draftBar()).DraftBar }));
export const DraftsDialog = whenOpened<DraftsDialogProps>(async () => (await load.drafts()).DraftsDialog);
export const CapacityDialog = whenOpened<CapacityDialogProps>(
  async () => (await load.capacity()).CapacityDialog,
);
export const PlanPart = lazy(async () => ({ default: (await load.plan()).PlanPart }));
export const PlanButton = lazy(async () => ({ default: (await load.planButton()).PlanButton }));
export const BarMenu = lazy(async () => ({ default: (await load.barMenu()).BarMenu }));
export const MovesDialog = lazy(async () => ({ default: (await load.moves()).MovesDialog }));

const readAll = () => Promise.all(Object.values(load).map(async (read) => void (await read())));

export const usePreloadedParts = () => useReadAtRest(readAll);
