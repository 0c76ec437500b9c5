import { expect, it } from 'vitest';
import { type CustomFieldRule, customFieldFault, customFieldFaults } from './custom-field.ts';

const rule = (kind: CustomFieldRule['kind'], required = false): CustomFieldRule => ({
  key: 'floor',
  kind,
  choices: ['Ground', 'Roof'],
  required,
});

it.each([
  ['Text', 'anything at all', null],
  ['Number', '12', null],
  ['Number', '-3.25', null],
  ['Number', ' 7 ', null],
  ['Number', 'twelve', 'not_number'],
  ['Number', '1,200', 'not_number'],
  ['Number', '1e9', 'not_number'],
  ['Date', '2026-11-21', null],
  ['Date', '2026-02-30', 'not_day'],
  ['Date', '11/21/2026', 'not_day'],
  ['Instant', '2026-11-21T18:42:00.000Z', null],
  ['Instant', '2026-11-21', 'not_time'],
  ['Choice', 'Roof', null],
  ['Choice', 'roof', 'not_choice'],
  ['Choice', 'Cellar', 'not_choice'],
  ['YesNo', 'Yes', null],
  ['YesNo', 'No', null],
  ['YesNo', 'maybe', 'not_yes_no'],
] as const)('in a field for %s, %j is %s', (kind, value, fault) => {
  expect(customFieldFault(rule(kind), value)).toBe(fault);
});

it('nothing is right where nothing is required, and missing where something is', () => {
  for (const kind of ['Text', 'Number', 'Date', 'Instant', 'Choice', 'YesNo'] as const) {
    expect(customFieldFault(rule(kind), '  ')).toBeNull();
    for (const blank of ['', ' \t\n', '\u200b', '\u00a0\u2060\ufeff', '\u3164', '\u2800', '\u202e']) {
      expect(customFieldFault(rule(kind, true), blank)).toBe('required');
    }
  }
});

it('all that is wrong is told at once, and what nobody changed is left alone', () => {
  const rules = [rule('Choice', true), { ...rule('Number'), key: 'year' }, { ...rule('Text'), key: 'gate' }];
  expect(customFieldFaults(rules, { year: 'old', gate: '4471' })).toEqual([
    { key: 'floor', fault: 'required' },
    { key: 'year', fault: 'not_number' },
  ]);
  expect(customFieldFaults(rules, { floor: 'Attic', year: '1', gate: '' }, { floor: 'Attic' })).toEqual([]);
  expect(customFieldFaults([{ ...rule('Text', true), key: 'constructor' }], {})).toEqual([
    { key: 'constructor', fault: 'required' },
  ]);
});

it('what is required is not emptied later, but a record that came without it goes on without', () => {
  const rules = [rule('Text', true)];
  expect(customFieldFaults(rules, {}, { floor: 'Roof' })).toEqual([{ key: 'floor', fault: 'required' }]);
  expect(customFieldFaults(rules, { floor: '\u200b' }, { floor: 'Roof' })).toHaveLength(1);
  expect(customFieldFaults(rules, { floor: 'Ground' }, { floor: 'Roof' })).toEqual([]);
  expect(customFieldFaults(rules, { floor: '' }, {})).toEqual([]);
});
