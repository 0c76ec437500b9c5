/** For every route of `contract/routes/files.ts` a request that succeeds. */

import type { FileView } from '#contract/file.ts';
import type { files } from '#contract/routes/files.ts';
import type { Ground } from '../ground.ts';
import { send } from '../send.ts';
import { fresh, type RequestsOf } from './makers.ts';

/** A new file on a job of company 1. */
async function attached(ground: Ground): Promise<FileView> {
  const call = await filesRequests['files.upload'](ground);
  const answer = await send(ground.as('admin'), 'files.upload', call);
  return ((await answer.json()) as { file: FileView }).file;
}

export const filesRequests: RequestsOf<typeof files> = {
  'files.list': async ({ mine }) => ({ query: { ownerKind: 'job', ownerId: String(mine.card.job.id) } }),
  'files.upload': async ({ mine }) => ({
    query: { ownerKind: 'job', ownerId: String(mine.card.job.id), fileName: 'gate.txt' },
    upload: `Gate code ${fresh()}`,
  }),
  'files.change': async (ground) => {
    const { id, version } = await attached(ground);
    return {
      params: { id },
      body: { expected: [{ kind: 'file', id, version }], changes: { name: 'panel.txt' } },
    };
  },
  'files.content': async (ground) => {
    const { id, link } = await attached(ground);
    return { params: { id }, query: Object.fromEntries(new URL(link.url, 'http://here').searchParams) };
  },
};
