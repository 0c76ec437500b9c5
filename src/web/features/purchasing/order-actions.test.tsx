import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { renderInOffice } from '../../parts/render-in-office.fixture.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { OrderActions } from './order-actions.tsx';
import { orderView } from './order-view.fixture.ts';
import type { OrderSteps } from './use-order-step.tsx';

vi.mock('@tanstack/react-router', async (actual) => ({
  ...(await actual<object>()),
  useNavigate: () => () => {},
}));

/** The one that comes next is the first in colour. */
const primary = (canMail: boolean) => {
  const card = orderView({ order: { status: 'Pending', sent: null } });
  renderInOffice(
    <OrderActions
      card={{ ...card, delivery: { ...card.delivery, canMail } }}
      whyNot={(command) => (command === 'receive' ? 'Not sent yet.' : undefined)}
      steps={{ sending: null } as unknown as OrderSteps}
      isReceiving={false}
      onReceive={() => {}}
    />,
  );
  const colour = buttonClass('primary')
    .split(' ')
    .find((one) => one.startsWith('bg-'))!;
  return screen
    .getAllByRole('button')
    .filter(({ classList }) => classList.contains(colour))
    .map(({ textContent }) => textContent);
};

it('an order for a vendor who takes mail is sent next', () => {
  expect(primary(true)).toEqual([expect.stringMatching(/^Send…/)]);
});
it('without a mail server it is given by hand next: the first button is never one that cannot be pressed', () => {
  expect(primary(false)).toEqual(['Mark as sent']);
});
