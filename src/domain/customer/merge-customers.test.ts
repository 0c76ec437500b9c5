import { expect, it } from 'vitest';
import {
  decideMerge,
  type MergeChoice,
  type MergeFacts,
  sameContacts,
  samePlaces,
} from './merge-customers.ts';

const one = (changes: Partial<MergeFacts> = {}): MergeFacts => ({
  id: 1,
  name: 'Maria Lopez',
  type: 'Residential',
  doNotService: false,
  tagIds: [1],
  memo: 'gate 4711',
  active: true,
  mergedInto: null,
  ...changes,
});
const other = (changes: Partial<MergeFacts> = {}) =>
  one({
    id: 2,
    name: 'Lopez, M.',
    type: 'Commercial',
    doNotService: true,
    tagIds: [2, 1],
    memo: 'dog',
    ...changes,
  });
const kept: MergeChoice = { name: 'keep', type: 'keep', doNotService: 'keep', memo: 'both' };
const refusal = (keep: MergeFacts, absorb: MergeFacts, choice = kept) => {
  const decision = decideMerge(keep, absorb, choice);
  return decision.ok ? null : decision.refusal;
};

it('each fact is the one chosen; tags are all kept, memos both unless one is chosen', () => {
  const decide = (choice: Partial<MergeChoice>) => {
    const decision = decideMerge(one(), other(), { ...kept, ...choice });
    return decision.ok ? decision.value : decision.refusal;
  };
  expect(decide({})).toEqual({
    name: 'Maria Lopez',
    type: 'Residential',
    doNotService: false,
    memo: 'gate 4711\ndog',
    tagIds: [1, 2],
  });
  expect(decide({ name: 'absorb', type: 'absorb', doNotService: 'absorb', memo: 'absorb' })).toEqual({
    name: 'Lopez, M.',
    type: 'Commercial',
    doNotService: true,
    memo: 'dog',
    tagIds: [1, 2],
  });
  expect(decide({ memo: 'keep' })).toMatchObject({ memo: 'gate 4711' });
});

it('nobody is merged with themselves, with who is merged already, or with who is out of use', () => {
  expect(refusal(one(), one())).toMatchObject({ code: 'customer.same' });
  expect(refusal(one(), other({ active: false, mergedInto: 9 }))).toMatchObject({
    code: 'customer.merged',
    params: { name: 'Lopez, M.', mergedInto: 9 },
  });
  expect(refusal(one({ active: false }), other())).toMatchObject({
    code: 'customer.inactive',
    params: { name: 'Maria Lopez' },
  });
});

it('memos too long for one, or too many tags, are refused and not cut off', () => {
  const long = 'x'.repeat(2100);
  const both = [one({ memo: long }), other({ memo: `${long}y` })] as const;
  expect(refusal(...both)).toEqual({
    code: 'customer.merged_too_long',
    params: { field: 'memo', most: 4000 },
  });
  expect(refusal(...both, { ...kept, memo: 'absorb' })).toBeNull();
  const tags = (from: number) => Array.from({ length: 30 }, (_, at) => from + at);
  expect(refusal(one({ tagIds: tags(0) }), other({ tagIds: tags(30) }))).toMatchObject({
    params: { field: 'tagIds', most: 50 },
  });
});

it('the same place in another spelling and the same number are found; what is out of use is nobody’s twin', () => {
  const place = (id: number, street: string, active = true) => ({
    id,
    street,
    unit: '',
    city: 'Quincy',
    state: 'MA',
    zip: '02169',
    active,
  });
  expect([
    ...samePlaces([place(1, '12 Main St')], [place(2, '12 Main Street'), place(3, '9 Elm St')]),
  ]).toEqual([[2, 1]]);
  expect(samePlaces([place(1, '12 Main St', false)], [place(2, '12 Main St')]).size).toBe(0);
  const phone = (id: number, value: string, active = true) => ({
    id,
    kind: 'Phone',
    value,
    locationId: null,
    active,
  });
  expect([
    ...sameContacts([phone(1, '(617) 555-0142')], [phone(2, '+1 617 555 0142'), phone(3, '1')]),
  ]).toEqual([2]);
  expect(sameContacts([phone(1, '617 555 0142')], [phone(2, '617 555 0142', false)]).size).toBe(0);
});

it.each([
  [true, false, true],
  [false, true, true],
  [false, false, false],
])('nobody loses a warning who does not say so: %s and %s is %s', (mine, theirs, expected) => {
  const { doNotService: _unsaid, ...choice } = kept;
  const decision = decideMerge(one({ doNotService: mine }), other({ doNotService: theirs }), choice);
  expect(decision).toMatchObject({ ok: true, value: { doNotService: expected } });
});
