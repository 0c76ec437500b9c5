import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { Button } from './button.tsx';
import { CommandPalette } from './command-palette.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Drawer } from './drawer.tsx';
import { useShortcut } from './shortcut.ts';
import { SplitPane } from './split-pane.tsx';

it('booking over time off is not confirmed without a reason', async () => {
  const reasons: string[] = [];
  render(
    <ConfirmDialog
      open
      onOpenChange={() => {}}
      title="Book over time off?"
      description="Sam is off until 10:00."
      action="Book anyway"
      reason={{ label: 'Reason' }}
      onConfirm={(reason) => reasons.push(reason)}
    />,
  );
  const dialog = await screen.findByRole('dialog', { name: 'Book over time off?' });
  const confirm = within(dialog).getByRole('button', { name: 'Book anyway' });
  fireEvent.click(confirm);
  expect(reasons).toEqual([]);
  expect(within(dialog).getByText('Say why, in a few words.')).toBeTruthy();
  fireEvent.change(within(dialog).getByRole('textbox', { name: /Reason/ }), {
    target: { value: ' He agreed ' },
  });
  fireEvent.click(confirm);
  expect(reasons).toEqual(['He agreed']);
});

function Palette({ run }: { run: (id: string) => void }) {
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  useShortcut('Mod+K', () => setOpen(true));
  return (
    <>
      <input aria-label="Notes" />
      <CommandPalette
        open={open}
        onOpenChange={setOpen}
        query={query}
        onQueryChange={setQuery}
        groups={[
          {
            heading: 'Commands',
            items: [
              { id: 'book', label: 'Book a job', onSelect: () => run('book') },
              { id: 'board', label: 'Go to the board', keywords: ['dispatch'], onSelect: () => run('board') },
            ],
          },
        ]}
      />
    </>
  );
}

it('Ctrl+K opens the palette while typing, further words find, Enter runs and closes it', async () => {
  const ran: string[] = [];
  render(<Palette run={(id) => ran.push(id)} />);
  const notes = screen.getByRole('textbox', { name: 'Notes' });
  notes.focus();
  fireEvent.keyDown(notes, { key: 'k', ctrlKey: true });
  const search = await screen.findByRole('combobox');
  fireEvent.change(search, { target: { value: 'dispatch' } });
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  fireEvent.keyDown(search, { key: 'Enter' });
  expect(ran).toEqual(['board']);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

function BoardWithDrawer() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>No cool #1042</Button>
      <Drawer open={open} onClose={() => setOpen(false)} title="No cool #1042">
        <Button>Dispatch</Button>
      </Drawer>
    </>
  );
}

it('the drawer leaves the focus on the board; Escape inside closes it and gives the focus back', () => {
  render(<BoardWithDrawer />);
  const bar = screen.getByRole('button', { name: 'No cool #1042' });
  bar.focus();
  fireEvent.click(bar);
  const drawer = screen.getByRole('complementary', { name: 'No cool #1042' });
  expect(document.activeElement).toBe(bar);
  within(drawer).getByRole('button', { name: 'Dispatch' }).focus();
  fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
  expect(screen.queryByRole('complementary')).toBeNull();
  expect(document.activeElement).toBe(bar);
});

it('the side panel grows and shrinks with the arrow keys, within its limits', () => {
  const widths: number[] = [];
  render(
    <SplitPane side="History" label="History panel" min={300} max={340} onWidthChange={(w) => widths.push(w)}>
      Order
    </SplitPane>,
  );
  const edge = screen.getByRole('separator', { name: 'History panel' });
  fireEvent.keyDown(edge, { key: 'ArrowLeft' });
  fireEvent.keyDown(edge, { key: 'ArrowLeft' });
  fireEvent.keyDown(edge, { key: 'End' });
  expect(widths).toEqual([336, 340, 300]);
  expect(edge.getAttribute('aria-valuenow')).toBe('300');
});

it('who cannot drag clicks the edge of the side panel: wider each time, then narrow again', () => {
  const widths: number[] = [];
  render(
    <SplitPane
      side="Tray"
      label="Width of the tray"
      min={240}
      max={640}
      onWidthChange={(w) => widths.push(w)}
    >
      Lanes
    </SplitPane>,
  );
  const edge = screen.getByRole('separator', { name: 'Width of the tray' });
  edge.setPointerCapture = () => {};
  for (let click = 0; click < 4; click++) {
    fireEvent(edge, new MouseEvent('pointerdown', { bubbles: true, clientX: 900 }));
    fireEvent(edge, new MouseEvent('pointerup', { bubbles: true, clientX: 901 }));
  }
  expect(widths).toEqual([480, 640, 240, 320]);
});
