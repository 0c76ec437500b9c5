import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '#contract/problem.ts';
import { renderInOffice } from './render-in-office.fixture.tsx';
import { StaleDialog } from './stale-dialog.tsx';

const at = '2026-11-21T14:00:00.000Z';
const changed = (field: string, now: unknown) => ({ field, now, by: 3, byName: 'Ana Reyes', at });
const staleIn = (kind: string, ...fields: object[]) =>
  new ProblemError('request.stale', { kind, id: 10, version: 7, fields, byName: 'Ana Reyes', at });
const stale = staleIn('appointment', changed('start', '2026-11-21T15:00:00.000Z'));

const times = { start: '2026-11-21T16:30:00.000Z', end: '2026-11-21T18:00:00.000Z' };

function show(error: ProblemError | null, mine: Record<string, unknown> = times, perField = false) {
  const chosen = { onDecide: vi.fn(), onClose: vi.fn() };
  renderInOffice(
    <StaleDialog error={error} mine={mine} perField={perField} zone="America/New_York" {...chosen} />,
  );
  return chosen;
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const SHOWN = [{ kind: 'appointment', id: 10, version: 7 }];

describe('two dispatchers changed the same visit', () => {
  it('shows who changed what and when, beside one’s own, only for the fields in dispute', async () => {
    show(stale);
    const row = await waitFor(() => screen.getByRole('row', { name: /Start/ }));
    expect(within(row).getByText('Sat 21 Nov 10:00')).toBeTruthy();
    expect(within(row).getByText('Ana Reyes, Sat 21 Nov 9:00')).toBeTruthy();
    expect(within(row).getByText('Sat 21 Nov 11:30')).toBeTruthy();
    expect(screen.queryByRole('row', { name: /End/ })).toBeNull();
  });

  it('applies one’s own on the version that was shown', async () => {
    const { onDecide } = show(stale);
    await screen.findByRole('dialog');
    press('Apply mine');
    expect(onDecide).toHaveBeenCalledWith([], SHOWN);
  });

  it('leaves theirs when told to', async () => {
    const { onDecide } = show(stale);
    await screen.findByRole('dialog');
    press('Take theirs');
    expect(onDecide).toHaveBeenCalledWith(['start'], SHOWN);
  });

  it('a command is done or left as a whole, however many fields are in dispute', async () => {
    show(staleIn('appointment', changed('start', null), changed('end', null)));
    await screen.findByRole('dialog');
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('stays away for other refusals', () => {
    show(new ProblemError('job.frozen'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('two people changed the same fields of a form', () => {
  const both = staleIn('location', changed('street', '12 Oak St'), changed('memo', 'Gate code 7'));
  const mine = { street: '12 Oak Ave', memo: 'Beware of the dog', zip: '02169' };
  const shown = [{ kind: 'location', id: 10, version: 7 }];

  it('each field is kept or left by itself; one’s own stands unless told otherwise', async () => {
    const { onDecide } = show(both, mine, true);
    const memo = within(await screen.findByRole('row', { name: /Memo/ }));
    expect((memo.getByRole('radio', { name: 'Beware of the dog' }) as HTMLInputElement).checked).toBe(true);
    fireEvent.click(memo.getByRole('radio', { name: 'Gate code 7' }));
    press('Save as chosen');
    expect(onDecide).toHaveBeenCalledWith(['memo'], shown);
  });

  it('all of theirs are taken at once, and what is not in dispute is not among them', async () => {
    const { onDecide } = show(both, mine, true);
    await screen.findByRole('dialog');
    press('Take all of theirs');
    expect(onDecide).toHaveBeenCalledWith(['street', 'memo'], shown);
  });

  it('a value that is not theirs to see is not shown, and still decided on', async () => {
    const hidden = { field: 'amountCents', by: 3, byName: 'Ana Reyes', at };
    show(staleIn('projectBudgetLine', hidden), { amountCents: 100 }, true);
    expect(await screen.findByText('not shown to you')).toBeTruthy();
  });

  it('what only follows from one’s own change goes with it', async () => {
    const { onDecide } = show(staleIn('project', changed('subStatusId', 4)), { statusId: 2 }, true);
    await screen.findByRole('dialog');
    press('Take theirs');
    expect(onDecide).toHaveBeenCalledWith(['statusId'], [{ kind: 'project', id: 10, version: 7 }]);
  });
});
