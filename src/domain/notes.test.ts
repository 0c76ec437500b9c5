import { expect, test } from 'vitest';
import { decideNoteChange, mayWriteOn } from './notes.ts';

const [author, other] = [1, 2];

test('the author rewords, deletes and brings back a note', () => {
  for (const changes of [{ text: 'Gate code 1234' }, { active: false }, { active: true }]) {
    expect(decideNoteChange(author, author, changes).ok).toBe(true);
  }
});

test('nobody else rewords or deletes it, and is told whose it is', () => {
  for (const changes of [{ text: 'x' }, { active: false }, { active: true, pinned: true }]) {
    expect(decideNoteChange(author, other, changes)).toEqual({
      ok: false,
      refusal: { code: 'note.not_author', params: { authorId: author } },
    });
  }
});

test('everybody pins and unpins it', () => {
  expect(decideNoteChange(author, other, { pinned: true }).ok).toBe(true);
  expect(decideNoteChange(author, other, { pinned: false }).ok).toBe(true);
});

test.each([
  ['csr', 'job', true],
  ['dispatcher', 'customer', true],
  ['purchasing', 'job', false],
  ['accounting', 'project', true],
  ['csr', 'vendor', false],
  ['dispatcher', 'vendor', false],
  ['purchasing', 'vendor', true],
  ['accounting', 'vendor', true],
  ['admin', 'vendor', true],
  ['technician', 'job', false],
] as const)('somebody who is %s writes on a %s: %s', (role, owner, may) => {
  expect(mayWriteOn([role], owner)).toBe(may);
});
