import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '#contract/problem.ts';
import { renderInOffice } from './render-in-office.fixture.tsx';
import { useDecidedSave } from './use-decided-save.tsx';

const at = '2026-11-21T14:00:00.000Z';
const stale = (version: number, ...fields: string[]) =>
  new ProblemError('request.stale', {
    kind: 'location',
    id: 10,
    version,
    fields: fields.map((field) => ({ field, now: `their ${field}`, by: 3, byName: 'Ana Reyes', at })),
    byName: 'Ana Reyes',
    at,
  });
const typed = { street: 'my street', memo: 'my memo', zip: 'my zip' };
const versionSeen = (version: number) => [{ kind: 'location' as const, id: 10, version }];

/** Saves at once what was typed; each answer in turn is thrown, null is a success. */
function save(answers: (ProblemError | null)[]) {
  const send = vi.fn(async () => {
    const answer = answers.shift();
    if (answer) throw answer;
  });
  const outcome = { onSaved: vi.fn(), onRefused: vi.fn() };
  function Form() {
    const decided = useDecidedSave(versionSeen(4));
    return (
      <>
        <button type="button" onClick={() => void decided.save(typed, send, outcome)}>
          Save
        </button>
        {decided.dialog}
      </>
    );
  }
  renderInOffice(<Form />);
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  return { send, ...outcome };
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('a form somebody else has overtaken', () => {
  it('sends what is left of one’s own on what was shown, and what nobody touched with it', async () => {
    const { send, onSaved } = save([stale(7, 'street', 'memo'), null]);
    const memo = within(await screen.findByRole('row', { name: /Memo/ }));
    expect(send).toHaveBeenLastCalledWith(typed, versionSeen(4));
    fireEvent.click(memo.getByRole('radio', { name: 'their memo' }));
    press('Save as chosen');
    await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
    expect(send).toHaveBeenLastCalledWith({ street: 'my street', zip: 'my zip' }, versionSeen(7));
  });

  it('taking all of theirs still saves what is not in dispute', async () => {
    const { send, onSaved } = save([stale(7, 'memo'), null]);
    await screen.findByRole('dialog');
    press('Take theirs');
    await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
    expect(send).toHaveBeenLastCalledWith({ street: 'my street', zip: 'my zip' }, versionSeen(7));
  });

  it('with nothing left of one’s own it is done without sending', async () => {
    const { send, onSaved } = save([stale(7, 'street', 'memo', 'zip')]);
    await screen.findByRole('dialog');
    press('Take all of theirs');
    await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
    expect(send).toHaveBeenCalledOnce();
  });

  it('closed without a word nothing is decided: it is neither saved nor refused', async () => {
    const { send, onSaved, onRefused } = save([stale(7, 'memo')]);
    await screen.findByRole('dialog');
    press('Close');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect([send.mock.calls.length, onSaved.mock.calls.length, onRefused.mock.calls.length]).toEqual([
      1, 0, 0,
    ]);
  });

  it('overtaken again while deciding, it asks again', async () => {
    const { send, onSaved } = save([stale(7, 'memo'), stale(8, 'memo'), null]);
    await screen.findByRole('dialog');
    press('Apply mine');
    await waitFor(() => expect(send).toHaveBeenLastCalledWith(typed, versionSeen(7)));
    press('Apply mine');
    await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
    expect(send).toHaveBeenLastCalledWith(typed, versionSeen(8));
  });

  it('another refusal is the form’s own to show', async () => {
    const { onRefused } = save([new ProblemError('customer.open_jobs')]);
    await waitFor(() => expect(onRefused).toHaveBeenCalledOnce());
  });
});
