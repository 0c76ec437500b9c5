/** Statements, and invoices and statements on paper and by e-mail. */
import { queryOptions } from '@tanstack/react-query';
import { urlOf } from '#contract/client.ts';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import { api } from '../lib/api.ts';
import { widePages } from './wide-pages.ts';
import { write } from './write.ts';

export type StatementFilters = { readonly q?: string | undefined; readonly customerId?: number | undefined };

const keys = { all: ['statements'] as const, mails: ['invoices', 'mails'] as const };

export const invoicePaperUrl = (id: number, mailId?: number): string =>
  urlOf('invoices.paper', { id }, mailId === undefined ? {} : { mailId });
export const statementPaperUrl = (id: number): string => urlOf('statements.paper', { id }, {});

export const statementQueries = {
  list: (filters: StatementFilters = {}) =>
    widePages([...keys.all, 'list', filters], ({ after, limit }, signal) =>
      api.call('statements.list', {
        query: { ...filters, limit, after: after === undefined ? undefined : Number(after) },
        signal,
      }),
    ),
};
/** What an e-mail with an invoice would say, and those there were. */
export const invoiceMailQueries = {
  of: (id: number) =>
    queryOptions({
      queryKey: [...keys.mails, id],
      queryFn: ({ signal }) => api.call('invoices.mails', { params: { id }, signal }),
      // What becomes of an e-mail is no change of the invoice: the feed does not carry it.
      refetchInterval: ({ state }) =>
        state.data?.mails.some((mail) => mail.state === 'Sending') ? 5_000 : false,
    }),
};

export const statementMutations = {
  make: () =>
    write<BodyIn<'statements.create'>, ResultOf<'statements.create'>>({
      key: ['statements', 'create'],
      send: (body, { idempotencyKey }) => api.call('statements.create', { body, idempotencyKey }),
      stale: () => [keys.all],
    }),
  send: () =>
    write<BodyIn<'statements.send'>, ResultOf<'statements.send'>>({
      key: ['statements', 'send'],
      send: (body, { idempotencyKey }) => api.call('statements.send', { body, idempotencyKey }),
      stale: () => [keys.all],
    }),
  markSent: () =>
    write<{ readonly id: number }, ResultOf<'statements.markSent'>>({
      key: ['statements', 'markSent'],
      send: ({ id }, { idempotencyKey }) =>
        api.call('statements.markSent', { params: { id }, body: {}, idempotencyKey }),
      stale: () => [keys.all],
    }),
  sendInvoices: () =>
    write<BodyIn<'invoices.send'>, ResultOf<'invoices.send'>>({
      key: ['invoices', 'send'],
      send: (body, { idempotencyKey }) => api.call('invoices.send', { body, idempotencyKey }),
      stale: () => [keys.mails],
    }),
};
