/**
 * Attached files in a backup: what the rows of company.files refer to, each content once per company, between the
 * sequences and the end. A line names it, then its bytes follow as JSON strings in base64. One content is in memory at
 * a time (the domain keeps none above 25 MB), however large the store is.
 */
import { createHash } from 'node:crypto';
import type { Transaction } from '../database.ts';
import { BackupError } from './header.ts';

export type Content = { readonly tenantId: number; readonly sha256: string; readonly size: number };
/** `lost`: the row is in the backup, its bytes were no longer to be had, or were not the ones the row means. */
export type ContentMarker = { readonly file: Content; readonly lost?: 'missing' | 'damaged' };

/** Where contents are read from. null: there is no such content. */
export type ContentSource = {
  read(tenantId: number, sha256: string): Promise<AsyncIterable<Uint8Array> | null>;
};
/** Where contents are put. `put` answers whether it was not there before. */
export type ContentSink = {
  put(tenantId: number, sha256: string, bytes: Uint8Array): Promise<boolean>;
  remove(tenantId: number, sha256: string): Promise<void>;
};

/** Divisible by three: only a content's last line is padded. */
const CHUNK_BYTES = 192 * 1024;

/** Bytes are in the store before their row is written and never change: a snapshot's rows find theirs at any time. */
export const listContents = (tx: Transaction): Promise<Content[]> =>
  tx.query<Content>(
    `select distinct tenant_id as "tenantId", sha256, size from company.files order by tenant_id, sha256`,
  );

/** Looked at whole before it is written: a backup never holds bytes that its restore would refuse. */
export async function* contentLines(file: Content, source: ContentSource): AsyncGenerator<string, void> {
  const bytes = await whole(file, source);
  const marker: ContentMarker = typeof bytes === 'string' ? { file, lost: bytes } : { file };
  yield `${JSON.stringify(marker)}\n`;
  if (typeof bytes === 'string') return;
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES)
    yield `"${bytes.toString('base64', at, at + CHUNK_BYTES)}"\n`;
}

async function whole(file: Content, source: ContentSource): Promise<Buffer | 'missing' | 'damaged'> {
  const chunks = await source.read(file.tenantId, file.sha256);
  if (!chunks) return 'missing';
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > file.size) return 'damaged';
    parts.push(chunk);
  }
  const bytes = Buffer.concat(parts);
  return isContent(file, bytes) ? bytes : 'damaged';
}

const isContent = ({ sha256, size }: Content, bytes: Uint8Array): boolean =>
  bytes.length === size && createHash('sha256').update(bytes).digest('hex') === sha256;

export type Receiver = {
  begin(marker: ContentMarker): Promise<void>;
  /** A line of base64, in its quotation marks. */
  chunk(line: string): void;
  /** After the last line. */
  finish(): Promise<void>;
  /** The restore has failed: takes out what it has put in, so that nothing of it is left. */
  undo(): Promise<void>;
};

/**
 * What the seal of a file does not say: that its lines were written by us. Company and hash become a path (or an address
 * in a bucket), so nothing else may stand there, and no more is held in memory than the line has announced.
 */
function isContentLine({ tenantId, sha256, size }: Content): boolean {
  return (
    Number.isSafeInteger(tenantId) &&
    tenantId > 0 &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    Number.isSafeInteger(size)
  );
}

/** @throws BackupError when bytes are not those of their name, or there is no room for them */
export function receiveContents(sink: ContentSink): Receiver {
  const added: Content[] = [];
  let current: Content | undefined;
  let parts: Buffer[] = [];
  let length = 0;
  const finish = async () => {
    if (!current) return;
    const [file, bytes] = [current, Buffer.concat(parts)];
    current = undefined;
    parts = [];
    length = 0;
    if (!isContent(file, bytes)) {
      throw new BackupError(`The backup's attached file ${file.sha256} is damaged.`);
    }
    const isNew = await sink.put(file.tenantId, file.sha256, bytes).catch((error: Error) => {
      throw (error as { code?: string }).code === 'server.disk_full'
        ? new BackupError('The disk is full: there is no room for the attached files. Nothing has changed.')
        : error;
    });
    if (isNew) added.push(file);
  };
  return {
    async begin({ file, lost }) {
      await finish();
      if (!isContentLine(file))
        throw new BackupError('The backup names an attached file no Truckroll keeps.');
      if (!lost) current = file;
    },
    chunk(line) {
      if (!current) throw new BackupError('The backup holds bytes of no attached file.');
      const part = Buffer.from(line.slice(1, -1), 'base64');
      length += part.length;
      if (length > current.size) {
        throw new BackupError(`The backup's attached file ${current.sha256} is damaged.`);
      }
      parts.push(part);
    },
    finish,
    async undo() {
      for (const { tenantId, sha256 } of added.splice(0)) await sink.remove(tenantId, sha256);
    },
  };
}
