/** What leaves: only declared statuses, only declared fields (R42). */
import type { FastifyReply } from 'fastify';
import type { Endpoint } from '#contract/endpoint.ts';
import type { UpstreamResponse } from '#contract/upstream.ts';
import { MEDIA_TYPES } from '#domain/files.ts';
import { downloadStream } from './download-stream.ts';
import type { Headers } from './headers.ts';

/** Our own answer breaks the contract. `reason` names places in the schema, never values. */
export class AnswerFault extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super('An answer is not of its declared shape');
    this.name = 'AnswerFault';
    this.reason = reason;
  }
}

/** Sends it parsed through the schema of its status; throws `AnswerFault` (a 500) for anything undeclared. */
export function sendAnswer(
  reply: FastifyReply,
  row: Endpoint,
  response: UpstreamResponse,
  downloadHeaders: Headers,
): FastifyReply {
  const schema = row.responses[response.status];
  if (schema === undefined) throw new AnswerFault(`status ${response.status} is not declared`);
  reply.code(response.status);
  if (row.kind === 'download') return sendDownload(reply, response, downloadHeaders);
  if (schema === null) return reply.send();
  const parsed = schema.safeParse(response.body);
  if (!parsed.success) {
    const places = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.code}`);
    throw new AnswerFault(places.join(', '));
  }
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(parsed.data));
}

/** What may be downloaded, never shown as a page of ours: lists as CSV, and the files that are kept on records. */
const DOWNLOAD_TYPES: ReadonlySet<string> = new Set(['text/csv', ...MEDIA_TYPES]);

function sendDownload(reply: FastifyReply, { download }: UpstreamResponse, headers: Headers): FastifyReply {
  const type = download?.mediaType.split(';')[0]?.trim() ?? '';
  if (!download || !DOWNLOAD_TYPES.has(type)) throw new AnswerFault(`a download of type "${type}"`);
  const plain = download.fileName.replace(/[^\w. -]/g, '_');
  return reply
    .headers(headers)
    .type(type.startsWith('text/') ? `${type}; charset=utf-8` : type)
    .header(
      'content-disposition',
      `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(download.fileName)}`,
    )
    .send(downloadStream(download.chunks));
}
