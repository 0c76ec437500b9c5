import { expect, test } from 'vitest';
import { decideNoteChange } from './notes.ts';

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
