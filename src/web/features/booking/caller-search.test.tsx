import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useRef, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderInOffice } from '../../parts/render-in-office.fixture.tsx';
import { CallerSearch } from './caller-search.tsx';

const alice = (isExact: boolean) => ({
  id: 7,
  name: 'Alice Evans',
  phone: '6175550536',
  email: '',
  address: '9 Elm St, Salem',
  locationCount: 1,
  doNotService: false,
  type: 'Residential',
  tagIds: [],
  match: { on: 'phone', text: '6175550536', isExact },
});
const took = vi.fn();

function Box() {
  const ref = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  return (
    <CallerSearch
      ref={ref}
      text={text}
      onTextChange={setText}
      onChoose={(hit) => took(hit.name)}
      onNew={() => took('new')}
      onLit={() => undefined}
    />
  );
}

let answer = alice(false);
beforeEach(() => {
  took.mockClear();
  vi.stubGlobal('fetch', async () =>
    Response.json({ items: [answer], next: null, total: null, notFound: [] }),
  );
  renderInOffice(<Box />);
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});
const type = (value: string) => fireEvent.change(screen.getByRole('combobox'), { target: { value } });
const press = (key: string) => fireEvent.keyDown(screen.getByRole('combobox'), { key });

describe('a whole number nobody has', () => {
  it.each(['617 555 0593', 'alice@exampel.com'])(
    '%s: who is near to it is shown and said to be another, and Enter takes nobody',
    async (typed) => {
      answer = alice(false);
      type(typed);
      expect((await screen.findByText(/Nobody has exactly this number or e-mail\. Near to it:/)).hidden).toBe(
        false,
      );
      expect(screen.getAllByRole('option').map((one) => one.getAttribute('aria-selected'))).toEqual([
        'false',
        'true',
      ]);
      press('Enter');
      expect(took).toHaveBeenCalledExactlyOnceWith('new');
    },
  );

  it('Enter before the answer takes nobody either', async () => {
    answer = alice(false);
    type('617 555 0593');
    press('Enter');
    await screen.findByText(/Near to it:/);
    expect(took).not.toHaveBeenCalled();
  });
});

it.each(['617 555 0536', '555 05'])('%s: somebody has it, and Enter takes them', async (typed) => {
  answer = alice(typed.length > 6);
  type(typed);
  await screen.findByText('Alice Evans');
  await waitFor(() => expect(screen.getAllByRole('option')[0]!.getAttribute('aria-selected')).toBe('true'));
  press('Enter');
  expect(took).toHaveBeenCalledExactlyOnceWith('Alice Evans');
});
