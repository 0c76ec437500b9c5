import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

function Screen() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Cancel job…</Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Cancel job 1042?"
        description="The technician is told."
      >
        <Button>Cancel it</Button>
      </Dialog>
    </>
  );
}

it('Escape closes a dialog and the focus returns to the button that opened it', async () => {
  render(<Screen />);
  const opener = screen.getByRole('button', { name: 'Cancel job…' });
  opener.focus();
  fireEvent.click(opener);
  const dialog = await screen.findByRole('dialog', { name: 'Cancel job 1042?' });
  expect(document.getElementById(dialog.getAttribute('aria-describedby')!)?.textContent).toBe(
    'The technician is told.',
  );
  await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
  fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(opener));
});

it('Ctrl+Enter anywhere in a dialog presses the button that sends it, and not while that one cannot be pressed', async () => {
  let sent = 0;
  const dialog = (disabled: boolean) => (
    <Dialog
      open
      onOpenChange={() => {}}
      title="Park job 1042"
      footer={
        <>
          <Button>Leave it</Button>
          <Button type="submit" form="park" disabled={disabled}>
            Park
          </Button>
        </>
      }
    >
      <form
        id="park"
        onSubmit={(event) => {
          event.preventDefault();
          sent++;
        }}
      >
        <button type="button">Holding lane: Gaps to fill</button>
      </form>
    </Dialog>
  );
  const { rerender } = render(dialog(true));
  const press = async (name: RegExp) =>
    fireEvent.keyDown(await screen.findByRole('button', { name }), { key: 'Enter', ctrlKey: true });
  await press(/Holding lane/);
  expect(sent).toBe(0);
  rerender(dialog(false));
  await press(/Holding lane/);
  await press(/Leave it/);
  expect(sent).toBe(2);
});
