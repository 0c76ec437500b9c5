/** For every route of `contract/routes/notes.ts` a request that succeeds. */
import type { notes } from '#contract/routes/notes.ts';
import { fresh, type RequestsOf, versionOf } from './makers.ts';

export const notesRequests: RequestsOf<typeof notes> = {
  'notes.list': async ({ mine }) => ({
    query: { ownerKind: 'job', ownerId: String(mine.card.job.id) },
  }),
  'notes.add': async ({ mine }) => ({
    body: { ownerKind: 'job', ownerId: mine.card.job.id, text: `Side gate ${fresh()}`, pinned: true },
  }),
  'notes.change': async (ground) => {
    const id = ground.mine.noteId;
    const version = await versionOf(ground, 'notes', id);
    return {
      params: { id },
      body: { expected: [{ kind: 'note', id, version }], changes: { pinned: version % 2 === 1 } },
    };
  },
};
