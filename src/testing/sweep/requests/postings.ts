/** For every route of `contract/routes/postings.ts` a request that succeeds. */
import type { postings } from '#contract/routes/postings.ts';
import { makeBatch, makeExported } from '../fresh-postings.ts';
import { byId, plain, type RequestsOf } from './makers.ts';

export const postingsRequests: RequestsOf<typeof postings> = {
  'postings.waiting': plain,
  'postings.list': plain,
  'postings.get': byId(({ mine }) => mine.postingBatchId),
  'postings.file': async ({ company }) => ({
    params: { id: await makeExported(company) },
    query: { format: 'iif' },
  }),
  'postings.post': async ({ company }) => {
    const { invoice } = await company.book();
    const card = await company.person('accounting').call('invoices.get', { params: { id: invoice.id } });
    const { version } = card.invoice;
    return { body: { documents: [{ kind: 'invoice', id: invoice.id, version, totalCents: 0 }] } };
  },
  'postings.unpost': async ({ company }) => {
    const { id, version } = await makeBatch(company);
    return { params: { id }, body: { version } };
  },
  'postings.export': async ({ company }) => {
    const { id, version } = await makeBatch(company);
    return { params: { id }, body: { version } };
  },
};
