import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useFocusKept } from './focus-page.ts';

function Page({ step }: { step: 'send' | 'receive' }) {
  useFocusKept(step);
  return (
    <main id="page" tabIndex={-1}>
      <button type="button" key={step}>
        {step}
      </button>
      <input aria-label="memo" />
    </main>
  );
}

it('the page has the focus of a button that is gone with its step', () => {
  const { rerender } = render(<Page step="send" />);
  screen.getByRole('button', { name: 'send' }).focus();
  rerender(<Page step="receive" />);
  expect(document.activeElement).toBe(screen.getByRole('main'));
});

it('what still has the focus keeps it', () => {
  const { rerender } = render(<Page step="send" />);
  screen.getByLabelText('memo').focus();
  rerender(<Page step="receive" />);
  expect(document.activeElement).toBe(screen.getByLabelText('memo'));
});
