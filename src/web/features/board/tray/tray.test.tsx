import { fireEvent, screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { renderInOffice } from '../../../parts/render-in-office.fixture.tsx';
import { indexDay } from '../day/day-index.ts';
import { dayOf, SETUP, utc, visit } from '../day/example-index.ts';
import { PAST_LOCKED } from '../past/past-words.ts';
import { Tray } from './tray.tsx';

// Rest would come only after seconds: here the page is at rest at once.
vi.stubGlobal('requestIdleCallback', (act: () => void) => setTimeout(act));
vi.stubGlobal('cancelIdleCallback', clearTimeout);

const nothing = () => {};
function showTray(tab: 'unassigned' | 'holding', locked?: string, setup = SETUP): void {
  // Nobody is there, so nobody can take it.
  const index = indexDay(null, dayOf([visit(1, '09:00', '10:00')], []), setup);
  renderInOffice(
    <Tray
      index={index}
      visits={index.day.appointments}
      lanes={[]}
      now={utc('08:00')}
      tab={tab}
      onTabChange={nothing}
      openId={null}
      onOpen={nothing}
      onMoveTo={nothing}
      onPark={nothing}
      onUnpark={nothing}
      onSuggest={nothing}
      onDrag={nothing}
      locked={locked}
    />,
  );
}
const HINT = /Nobody can take it: S says why/;

it('a card says that nobody can take it where somebody could be sent', async () => {
  showTray('unassigned');
  expect(await screen.findByText(HINT)).toBeTruthy();
});

it('the line of who can take it is there before it is known: the cards below stay where they are', async () => {
  showTray('unassigned');
  const [card] = screen.getAllByRole('button', { name: /Maria Lopez/ });
  const lines = card!.childElementCount;
  await screen.findByText(HINT);
  expect(card!.childElementCount).toBe(lines);
});

it('a card says that all that was ordered for its job is in; on the board as it stood none does', async () => {
  const jobs = [
    { jobId: visit(1, '09:00', '10:00').jobId, jobNumber: 1, customerName: '', since: utc('07:00') },
  ];
  const told = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async (url) =>
      Response.json({ items: String(url).includes('parts-in') ? jobs : [] }),
    );
  showTray('unassigned', PAST_LOCKED);
  showTray('unassigned');
  expect(await screen.findAllByText(/Parts in/)).toHaveLength(1);
  told.mockRestore();
});

it('on the board as it stood no card offers what cannot be done there', async () => {
  showTray('unassigned', PAST_LOCKED);
  const [past] = screen.getAllByRole('button', { name: /Maria Lopez/ });
  // Another, that may: once it has its hint, the first would have had one before.
  showTray('unassigned');
  expect(await screen.findAllByText(HINT)).toHaveLength(1);
  expect(within(past!).queryByText(HINT)).toBeNull();
  expect(past!.getAttribute('aria-keyshortcuts')).toBe('Enter');
  fireEvent.contextMenu(past!);
  const items = await screen.findAllByRole('menuitem');
  expect(items.filter((item) => item.getAttribute('aria-disabled') === 'true')).toHaveLength(3);
});

it('an empty holding tab says what a lane is for and how a visit gets there', async () => {
  const holdingLanes = [{ id: 71, name: 'Later today', active: true, businessUnitId: null }];
  showTray('holding', undefined, { ...SETUP, holdingLanes });
  expect(
    await screen.findByText(/keeps a visit at a time that is nobody’s.*P on a visit parks it/),
  ).toBeTruthy();
});

it('an empty holding tab promises no key where nothing can be parked', async () => {
  showTray('holding', PAST_LOCKED, {
    ...SETUP,
    holdingLanes: [{ id: 71, name: 'Later today', active: true, businessUnitId: null }],
  });
  expect((await screen.findByText(/Nothing is parked/)).textContent).not.toContain('P on a visit');
});

it('without a lane it says where lanes are made', async () => {
  showTray('holding');
  expect(await screen.findByText(/none yet: they are made in Settings/)).toBeTruthy();
});
