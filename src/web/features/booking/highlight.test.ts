import { expect, it } from 'vitest';
import { highlight, highlightPhone } from './highlight.ts';

const marked = (pieces: ReturnType<typeof highlight>) =>
  pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

it.each([
  ['Maria Lopez', 'lop', 'Maria [Lop]ez'],
  ['Maria Lopez', 'mar lop', '[Mar]ia [Lop]ez'],
  ['José Peña', 'pena jose', '[José] [Peña]'],
  ['12 Main St, Quincy', '12 main', '[12] [Main] St, Quincy'],
  ['Lopez Lopez', 'opez', 'L[opez] L[opez]'],
  ['Maria', '', 'Maria'],
  ['ﬁne print', 'print', 'ﬁne [print]'],
])('in “%s” what was typed (%s) is marked', (text, query, wanted) => {
  expect(marked(highlight(text, query))).toBe(wanted);
});

it.each([
  ['(617) 555-0142', '617555', '([617) 555]-0142'],
  ['(617) 555-0142', '0142', '(617) 555-[0142]'],
  ['(617) 555-0142', '+1 617 555', '([617) 555]-0142'],
  ['(617) 555-0142', '617 555 0142 lop', '([617) 555-0142]'],
  ['(617) 555-0142', '99', '(617) 555-0142'],
])('in the number %s the digits of “%s” are marked', (text, query, wanted) => {
  expect(marked(highlightPhone(text, query))).toBe(wanted);
});

it('nothing of a name is lost by marking it, whatever it is made of', () => {
  for (const name of ['<b>x</b>', '=HYPERLINK("x")', '李雷 الزبون', '\u202Eevil', '👩‍🔧 Ana']) {
    expect(
      highlight(name, 'x')
        .map(({ text }) => text)
        .join(''),
    ).toBe(name);
  }
});
