import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { renderInOffice } from '../render-in-office.fixture.tsx';
import { QuestionDialog } from './question-dialog.tsx';
import type { VisitRequest } from './visit-requests.ts';

it.each([
  ['given to another technician', 'appointments.reassign', 'move'],
  ['put at another time', 'appointments.reschedule', 'move'],
  ['parked in a holding lane', 'appointments.park', 'park'],
])('a visit somebody is on the way to, %s, asks for just that', async (_how, command, verb) => {
  const answers = { onAgain: vi.fn(), onApplyMine: vi.fn(), onClose: vi.fn() };
  const request = { command, input: { id: 7 } } as unknown as VisitRequest;
  renderInOffice(
    <QuestionDialog
      question={{ kind: 'callBack', request, technicianIds: [3] }}
      wording={{ technicianName: () => 'Ana Reyes' }}
      zone="America/New_York"
      busy={false}
      {...answers}
    />,
  );
  expect(await screen.findByRole('dialog', { name: `Call back and ${verb}?` })).toBeTruthy();
  // The dialog says what becomes of the visit, the sentence only what stands in the way.
  expect(screen.getByText('Ana Reyes is on the way. Call them back first.')).toBeTruthy();
  screen.getByRole('button', { name: `Call back and ${verb}` }).click();
  expect(answers.onAgain).toHaveBeenCalledWith({ cancelDispatch: true });
});
