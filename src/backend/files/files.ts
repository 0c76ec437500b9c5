/**
 * The endpoints files.* of the contract. The bytes are on the disk before the row says so: a row without its bytes
 * would be a lie, bytes without a row are only a little room.
 */
import { createHash } from 'node:crypto';
import type { QueryOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { UpstreamRequest, UpstreamResponse } from '#contract/upstream.ts';
import type { Database, Transaction } from '#db/database.ts';
import { kindOf, MOST_FILE_BYTES, mediaTypeOf } from '#domain/files.ts';
import type { Id } from '#domain/ids.ts';
import { ownerOf } from '../notes/owners.ts';
import type { CommandContext } from '../write/context.ts';
import { once } from '../write/idempotency.ts';
import { asMissing } from '../write/must.ts';
import { addFile, changeFile, type RowWritten, takenFileName } from './commands.ts';
import type { FileStore } from './file-store.ts';
import { isGood, linkTo } from './links.ts';
import { type FileRow, filesById, filesOf } from './store.ts';

export type Files = (request: UpstreamRequest, context: CommandContext) => Promise<UpstreamResponse>;

export function createFiles({ database, store }: { database: Database; store: FileStore }): Files {
  const read = <T>(tenantId: Id, work: (tx: Transaction) => Promise<T>): Promise<T> =>
    database.transaction({ tenantId, readOnly: true }, work);
  /** Links are made anew for every answer, also for one that is given again: an old one would be over. */
  const linked = async (context: CommandContext, row: FileRow) => {
    const { tenantId } = context.actor;
    return { ...row, link: linkTo(await store.key(), tenantId, row.id, context.now) };
  };
  const written = async (context: CommandContext, { status, body }: UpstreamResponse) => {
    const { file, ...rest } = body as RowWritten;
    return { status, body: { ...rest, file: await linked(context, file) } };
  };

  async function list({ actor, query }: UpstreamRequest, context: CommandContext) {
    const { ownerKind, ownerId, ...ask } = query as QueryOf<'files.list'>;
    const page = await read(actor.tenantId, async (tx) => {
      await ownerOf(tx, actor, ownerKind, ownerId);
      return filesOf(tx, ownerKind, ownerId, ask);
    });
    const items = await Promise.all(page.items.map((row) => linked(context, row)));
    return { status: 200, body: { ...page, items } };
  }

  async function upload(request: UpstreamRequest, context: CommandContext) {
    if (!request.upload) throw new ProblemError('request.malformed');
    const { actor } = request;
    const {
      fileName,
      ownerKind,
      ownerId,
      kind,
      signer = '',
      externalKey = null,
    } = request.query as QueryOf<'files.upload'>;
    await read(actor.tenantId, (tx) => ownerOf(tx, actor, ownerKind, ownerId));
    const name = takenFileName(fileName);
    const bytes = await received(request.upload);
    const mediaType = mediaTypeOf(bytes);
    if (!mediaType) throw new ProblemError('file.type_not_kept', { name: fileName });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await store.put(actor.tenantId, sha256, bytes);
    const file = {
      ownerKind,
      ownerId,
      name,
      kind: kind ?? kindOf(mediaType),
      signer,
      mediaType,
      size: bytes.length,
      sha256,
      externalKey,
    };
    // The same key with another file is another request.
    const bodyHash = createHash('sha256').update(`${request.bodyHash} ${sha256}`).digest('hex');
    return database.transaction({ tenantId: actor.tenantId }, (tx) =>
      once(tx, { ...request, bodyHash }, context.now, async () => ({
        status: 201,
        body: await addFile(tx, context, file),
      })),
    );
  }

  const change = (request: UpstreamRequest, context: CommandContext) =>
    database.transaction({ tenantId: request.actor.tenantId }, (tx) =>
      once(tx, request, context.now, async () => ({
        status: 200,
        body: await changeFile(tx, context, (request.params as { id: Id }).id, request.body as never),
      })),
    );

  /** A link that is over or was never ours, a file of a record one may not know of, and none at all: the same 404. */
  async function content({ actor, params, query }: UpstreamRequest, context: CommandContext) {
    const { id } = params as { id: Id };
    const { tenantId } = actor;
    const notFound = new ProblemError('record.not_found', { kind: 'file' });
    if (!isGood(await store.key(), tenantId, id, query as QueryOf<'files.content'>, context.now))
      throw notFound;
    const file = await read(tenantId, async (tx) => {
      const [row] = await filesById(tx, [id]);
      if (!row?.active) throw notFound;
      await ownerOf(tx, actor, row.ownerKind, row.ownerId).catch(asMissing('file'));
      return row;
    });
    const chunks = await store.read(tenantId, file.sha256);
    if (!chunks) throw notFound;
    const download = { fileName: file.name, mediaType: file.mediaType, chunks };
    return { status: 200, body: null, download };
  }

  return async (request, context) => {
    switch (request.endpoint) {
      case 'files.list':
        return list(request, context);
      case 'files.upload':
        return written(context, await upload(request, context));
      case 'files.change':
        return written(context, await change(request, context));
      case 'files.content':
        return content(request, context);
      default:
        throw new Error(`${request.endpoint} is not about files`);
    }
  };
}

/** All of it, bounded: the contract's limit again, a caller inside the process has no server in front. */
async function received(upload: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of upload) {
    length += chunk.length;
    if (length > MOST_FILE_BYTES) throw new ProblemError('request.too_large', { limit: MOST_FILE_BYTES });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
