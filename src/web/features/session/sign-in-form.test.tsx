import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UiRoot } from '../../ui/ui-root.tsx';
import { SignInForm } from './sign-in-form.tsx';

const USER = {
  id: 2,
  name: 'Jo Park',
  email: 'jo@demo.test',
  tenantId: 1,
  companyName: 'North Air',
  roles: ['dispatcher'],
  rights: [],
  businessUnitIds: null,
};
const problem = (status: number, code: string, params = {}) =>
  Response.json({ status, code, params, fields: [], requestId: 'req-7f3a' }, { status });

let answers: (() => Response | Promise<Response>)[] = [];
let sent: { url: string; body: unknown }[] = [];

beforeEach(() => {
  answers = [];
  sent = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, body: JSON.parse(String(init.body)) });
    return answers.shift()!();
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const onSignedIn = vi.fn();
function show() {
  onSignedIn.mockClear();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <UiRoot>
        <SignInForm onSignedIn={onSignedIn} />
      </UiRoot>
    </QueryClientProvider>,
  );
}
const email = () => screen.getByLabelText<HTMLInputElement>('E-mail');
const password = () => screen.getByLabelText<HTMLInputElement>('Password');
const button = () => screen.getByRole('button', { name: 'Sign in' });
function fill() {
  fireEvent.change(email(), { target: { value: ' jo@demo.test ' } });
  fireEvent.change(password(), { target: { value: 'open the board ' } });
}

describe('signing in', () => {
  it('sends the e-mail without spaces around it and the password as it was typed', async () => {
    answers = [() => Response.json(USER)];
    show();
    fill();
    fireEvent.click(button());
    await waitFor(() => expect(onSignedIn.mock.calls[0]?.[0]).toMatchObject({ name: 'Jo Park' }));
    expect(sent).toEqual([
      { url: '/bff/sign-in', body: { email: 'jo@demo.test', password: 'open the board ' } },
    ]);
  });

  it('asks for what is missing instead of sending', () => {
    show();
    fireEvent.click(button());
    expect(screen.getByText('Type your password.')).toBeTruthy();
    expect(email().getAttribute('aria-invalid')).toBe('true');
    expect(sent).toEqual([]);
  });

  it('gives the request number of a fault, so that it can be found in the log', async () => {
    answers = [() => problem(500, 'server.fault')];
    show();
    fill();
    fireEvent.click(button());
    await waitFor(() => expect(screen.getByText('Request req-7f3a')).toBeTruthy());
  });

  it('says that e-mail or password is wrong and keeps both, without a number nobody needs', async () => {
    answers = [() => problem(401, 'sign_in.wrong')];
    show();
    fill();
    fireEvent.click(button());
    await waitFor(() => expect(screen.getByText(/E-mail or password is not right/)).toBeTruthy());
    expect(screen.queryByText('Request req-7f3a')).toBeNull();
    expect([email().value, password().value]).toEqual(['jo@demo.test', 'open the board ']);
    expect(onSignedIn).not.toHaveBeenCalled();
  });

  it('counts down after too many tries, then lets one try again', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    answers = [() => problem(429, 'sign_in.too_many', { retryAfterSeconds: 3 }), () => Response.json(USER)];
    show();
    fill();
    fireEvent.click(button());
    await waitFor(() => expect(screen.getByText(/try again in 3 s/)).toBeTruthy());
    fireEvent.click(button());
    expect(sent).toHaveLength(1);
    await act(() => vi.advanceTimersByTimeAsync(3_100));
    expect(screen.queryByText(/try again in/)).toBeNull();
    fireEvent.click(button());
    await waitFor(() => expect(onSignedIn).toHaveBeenCalled());
  });

  it('says when the server cannot be reached', async () => {
    answers = [
      () => {
        throw new TypeError('network');
      },
    ];
    show();
    fill();
    fireEvent.click(button());
    await waitFor(() => expect(screen.getByText(/The server cannot be reached/)).toBeTruthy());
  });

  it('shows the password on request', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Show the password' }));
    expect(password().type).toBe('text');
  });
});
