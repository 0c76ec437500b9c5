import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { signedIn } from '../../data/signed-in.fixture.ts';
import { invoiceMailQueries } from '../../data/statements.ts';
import { UiRoot } from '../../ui/ui-root.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { MailDialog } from './mail-dialog.tsx';

const navigate = vi.hoisted(() => vi.fn());
vi.mock('@tanstack/react-router', async (actual) => ({
  ...(await actual<object>()),
  useNavigate: () => navigate,
}));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const CARD = { invoice: { id: 5, number: 1005, version: 3, customerName: 'Maria Lopez' } } as never;

/** Everything asked, with its body; each answered with the next answer, the last again and again. */
function answering(...answers: object[]) {
  const asked: { url: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, body: init.body ? JSON.parse(String(init.body)) : null });
    return new Response(JSON.stringify(answers[Math.min(asked.length, answers.length) - 1]), { status: 200 });
  });
  return asked;
}
function show(dialog: React.ReactElement, client = signedIn('accounting', {})) {
  render(
    <QueryClientProvider client={client}>
      <UiRoot>{dialog}</UiRoot>
    </QueryClientProvider>,
  );
}

it('an exported invoice is corrected as it was seen, and the one that stands in for it opens', async () => {
  const asked = answering({
    operationId: 9,
    reversing: { id: 6, number: 1006 },
    replacement: { id: 7, number: 1007 },
  });
  const onClose = vi.fn();
  show(<CorrectDialog card={CARD} onClose={onClose} />);
  fireEvent.change(screen.getByRole('textbox', { name: /Why/ }), { target: { value: ' Wrong price ' } });
  fireEvent.click(screen.getByRole('button', { name: 'Correct it' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(asked).toEqual([{ url: '/api/invoices/5/correct', body: { version: 3, memo: 'Wrong price' } }]);
  expect(navigate).toHaveBeenCalledWith({ to: '/invoices/$id', params: { id: 7 } });
});

it('an invoice goes out to who is named in the words that stand there; without an address it says so', async () => {
  const client = signedIn('accounting', {});
  client.setQueryData(invoiceMailQueries.of(5).queryKey, {
    canMail: true,
    to: null,
    subject: 'Invoice 1005',
    text: 'Your invoice.',
    mails: [],
  } as never);
  const asked = answering({ mails: [], skipped: [] });
  const onClose = vi.fn();
  show(<MailDialog card={CARD} onClose={onClose} />, client);
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(screen.getByText('Give an address such as ann@example.com.')).toBeTruthy();
  fireEvent.change(screen.getByRole('textbox', { name: /^To/ }), {
    target: { value: 'ann@example.com, bob@example.com' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(asked.filter(({ body }) => body !== null)).toEqual([
    {
      url: '/api/invoices/send',
      body: {
        invoiceIds: [5],
        to: ['ann@example.com', 'bob@example.com'],
        subject: 'Invoice 1005',
        text: 'Your invoice.',
      },
    },
  ]);
});
