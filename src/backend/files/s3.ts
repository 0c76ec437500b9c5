/**
 * Files in a bucket of an S3-compatible store, addressed by path (`endpoint/bucket/company/…`), each request signed
 * (SigV4) with the content's own hash, so that the store refuses bytes that changed on their way. Every call can be
 * made again without harm: contents are named by their hash. Nothing of a request comes from a caller but two numbers
 * and a hash; no redirect is followed (R-rows on requests of ours to other servers).
 */
import { createHmac } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import { ProblemError } from '#contract/problem.ts';
import type { Id } from '#domain/ids.ts';
import type { FileStore } from './file-store.ts';

export type S3Keys = { readonly accessKeyId: string; readonly secretAccessKey: string };
export type S3Settings = {
  /** `https://s3.example`, without a path; http on this machine only. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  /** Asked before every request: a secret that was changed in its file is used at once (R48). */
  readonly keys: () => Promise<S3Keys>;
  /** What went wrong, for the operator's log: a status and the store's own word for it, never a key. */
  readonly onTrouble: (reason: string) => void;
  /** Longest one call may take to be answered, and longest pause in a download. */
  readonly waitMs?: number;
};

const TRIES = 3;
const WAIT_MS = 15_000;
/** Of the hash of no bytes: what GET, HEAD and DELETE are signed with. */
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

type Method = 'GET' | 'HEAD' | 'PUT' | 'DELETE';
type Given = { readonly bytes: Uint8Array; readonly sha256: string };

export function s3Store({
  endpoint,
  bucket,
  region,
  keys,
  onTrouble,
  waitMs = WAIT_MS,
}: S3Settings): FileStore {
  const urlOf = (tenantId: Id, sha256: string) =>
    `${endpoint}/${bucket}/${tenantId}/${sha256.slice(0, 2)}/${sha256}`;

  function unavailable(reason: string): ProblemError {
    onTrouble(reason);
    return new ProblemError('server.files_unavailable');
  }

  async function once(method: Method, url: string, signal: AbortSignal, given?: Given): Promise<Response> {
    const headers = { 'x-amz-content-sha256': given?.sha256 ?? EMPTY };
    const signer = new AwsV4Signer({ method, url, headers, service: 's3', region, ...(await keys()) });
    const signed = await signer.sign();
    const body = given ? { body: given.bytes as Uint8Array<ArrayBuffer> } : {};
    return fetch(url, { method, headers: signed.headers, redirect: 'error', signal, ...body });
  }

  /**
   * Answered with success, or 404 for no such content.
   * @throws ProblemError server.files_unavailable: not reached, too slow, not let in, no such bucket
   */
  async function ask(
    method: Method,
    url: string,
    given?: Given,
  ): Promise<{ response: Response; abort: AbortController }> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), waitMs);
    try {
      for (let tried = 1; ; tried++) {
        const response = await once(method, url, abort.signal, given).catch((error: unknown) => {
          if (abort.signal.aborted) throw unavailable(`${method}: no answer within ${waitMs} ms`);
          if (tried === TRIES) throw unavailable(`${method}: ${causeOf(error)}`);
          return null;
        });
        if (response?.ok) return { response, abort };
        if (response) {
          const code = method === 'HEAD' ? '' : codeIn(await response.text().catch(() => ''));
          if (response.status === 404 && code !== 'NoSuchBucket') return { response, abort };
          const isPassing = response.status >= 500 || response.status === 429;
          if (!isPassing || tried === TRIES)
            throw unavailable(`${method}: ${response.status} ${code}`.trim());
        }
        // Others were told the same at the same moment (full jitter).
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 100 * 2 ** tried));
      }
    } finally {
      clearTimeout(timer);
    }
  }

  /** A store that falls silent in the middle ends the download; a reader that is slow does not. */
  async function* patient(response: Response, abort: AbortController): AsyncGenerator<Uint8Array, void> {
    const reader = response.body!.getReader();
    try {
      for (;;) {
        const timer = setTimeout(() => abort.abort(), waitMs);
        const { done, value } = await reader.read().finally(() => clearTimeout(timer));
        if (done) return;
        yield value;
      }
    } catch (error) {
      throw unavailable(`GET: broke off, ${abort.signal.aborted ? 'silent' : causeOf(error)}`);
    } finally {
      // Whoever stops reading frees the connection.
      abort.abort();
    }
  }

  return {
    async put(tenantId, sha256, bytes) {
      const url = urlOf(tenantId, sha256);
      const { response: there } = await ask('HEAD', url);
      if (there.ok && Number(there.headers.get('content-length')) === bytes.length) return false;
      const { response } = await ask('PUT', url, { bytes, sha256 });
      if (!response.ok) throw unavailable(`PUT: ${response.status}`);
      return true;
    },
    async read(tenantId, sha256) {
      const { response, abort } = await ask('GET', urlOf(tenantId, sha256));
      return response.ok ? patient(response, abort) : null;
    },
    async remove(tenantId, sha256) {
      await ask('DELETE', urlOf(tenantId, sha256));
    },
    /** Of the secret every process on this bucket has: nothing to store, nothing to agree on. */
    async key() {
      const { secretAccessKey } = await keys();
      return createHmac('sha256', secretAccessKey).update('Truckroll links to files').digest();
    },
  };
}

/** The store's word for what is wrong, if it has one. */
const codeIn = (xml: string): string => /<Code>([A-Za-z0-9]{1,60})<\/Code>/.exec(xml)?.[1] ?? '';

/** `ECONNREFUSED` and the like: undici's own words may quote the address. */
function causeOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: string } };
  return cause?.code ?? 'the connection failed';
}
