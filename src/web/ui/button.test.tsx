import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

it('an action that is not possible keeps its place and says why instead of acting', () => {
  let sent = 0;
  render(
    <Button disabledReason="Approve the order first." onClick={() => sent++}>
      Send
    </Button>,
  );
  const button = screen.getByRole('button', { name: 'Send' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(document.getElementById(button.getAttribute('aria-describedby')!)?.textContent).toBe(
    'Approve the order first.',
  );
  button.focus();
  expect(document.activeElement).toBe(button);
  fireEvent.click(button);
  expect(sent).toBe(0);
});

it('a second click while the request is under way does nothing, not even submit the form', () => {
  let submitted = 0;
  render(
    <form onSubmit={() => submitted++}>
      <Button type="submit" busy>
        Book
      </Button>
    </form>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Book' }));
  expect(submitted).toBe(0);
});

it('an action that becomes impossible while it has the focus keeps the focus', () => {
  const { rerender } = render(<Button>Hold…</Button>);
  screen.getByRole('button', { name: 'Hold…' }).focus();
  rerender(<Button disabledReason="The job is on hold.">Hold…</Button>);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Hold…' }));
});

it('a sign that becomes impossible while it has the focus keeps the focus and says why instead of its name', () => {
  const { rerender } = render(<IconButton label="Take out" icon={null} />);
  screen.getByRole('button', { name: 'Take out' }).focus();
  rerender(<IconButton label="Take out" icon={null} disabledReason="Work is open." />);
  const button = screen.getByRole('button', { name: 'Take out' });
  expect(document.activeElement).toBe(button);
  expect(button.dataset.tip).toBe('Work is open.');
});
