import { expect, it } from 'vitest';
import { focusFirstWrong } from './stops.ts';

const form = (html: string) => {
  document.body.innerHTML = `<form>${html}</form>`;
  return document.querySelector('form');
};

it('after a try that was refused the focus is where something can be typed or chosen', () => {
  focusFirstWrong(form('<input id="a"><input id="b" aria-invalid="true">'));
  expect(document.activeElement?.id).toBe('b');
  focusFirstWrong(form('<div role="radiogroup" aria-invalid="true"><input type="radio" id="yes"></div>'));
  expect(document.activeElement?.id).toBe('yes');
  focusFirstWrong(
    form('<div data-stop="window"><p data-error>Choose.</p><input type="radio" id="first"></div>'),
  );
  expect(document.activeElement?.id).toBe('first');
});
