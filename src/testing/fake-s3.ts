/**
 * A store that speaks S3's wire on this machine's loopback: path-style objects, SigV4 checked by the published recipe
 * (not by the library under test), contents held against the hash they were signed with. Faults are switched on.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Fault =
  /** Answers this to everything, so many times. */
  | { readonly kind: 'status'; readonly status: number; readonly code: string; times: number }
  /** Takes the request and never answers. */
  | { readonly kind: 'silent' }
  /** Begins an answer's body and falls silent, or hangs up. */
  | { readonly kind: 'half'; readonly then: 'silent' | 'gone' }
  | { readonly kind: 'redirect'; readonly to: string };

export type FakeS3 = {
  readonly endpoint: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  /** The secret that is good from now on. */
  secretAccessKey: string;
  readonly objects: Map<string, Buffer>;
  readonly requests: { readonly method: string; readonly path: string }[];
  fault: Fault | null;
  close(): Promise<void>;
};

const REGION = 'eu-test-1';
export const FAKE_S3_REGION = REGION;
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();

export async function startFakeS3(): Promise<FakeS3> {
  const server = createServer((request, response) => {
    void answer(fake, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const fake: FakeS3 = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'truckroll-files',
    accessKeyId: 'AKTRUCKROLLTEST',
    secretAccessKey: 'canary-s3-secret-7f31c2',
    objects: new Map(),
    requests: [],
    fault: null,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}

async function answer(fake: FakeS3, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', url = '' } = request;
  const body = await whole(request);
  fake.requests.push({ method, path: url });
  const refuse = (status: number, code: string) => {
    const text = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${fake.accessKeyId}</Message></Error>`;
    response.writeHead(status, { 'content-type': 'application/xml' }).end(method === 'HEAD' ? '' : text);
  };
  const { fault } = fake;
  if (fault?.kind === 'silent') return;
  if (fault?.kind === 'redirect') return void response.writeHead(307, { location: fault.to }).end();
  if (fault?.kind === 'status' && fault.times-- > 0) return refuse(fault.status, fault.code);
  const wrong = wrongSignature(fake, request, body);
  if (wrong) return refuse(403, wrong);
  const [bucket, ...rest] = url.slice(1).split('/');
  if (bucket !== fake.bucket) return refuse(404, 'NoSuchBucket');
  const key = rest.join('/');
  if (method === 'PUT') {
    if (sha256(body) !== request.headers['x-amz-content-sha256'])
      return refuse(400, 'XAmzContentSHA256Mismatch');
    fake.objects.set(key, body);
    return void response.writeHead(200).end();
  }
  const object = fake.objects.get(key);
  if (method === 'DELETE') {
    fake.objects.delete(key);
    return void response.writeHead(204).end();
  }
  if (!object) return refuse(404, 'NoSuchKey');
  response.writeHead(200, { 'content-length': object.length });
  if (fault?.kind !== 'half') return void response.end(method === 'HEAD' ? undefined : object);
  response.write(object.subarray(0, Math.ceil(object.length / 2)));
  if (fault.then === 'gone') setImmediate(() => response.destroy());
}

/** The error S3 would name, or null. */
function wrongSignature(fake: FakeS3, request: IncomingMessage, body: Buffer): string | null {
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    );
  if (!given) return 'AccessDenied';
  const [, keyId, date, region, names, signature] = given as unknown as string[];
  if (keyId !== fake.accessKeyId) return 'InvalidAccessKeyId';
  if (region !== REGION) return 'AuthorizationHeaderMalformed';
  const signed = names!.split(';');
  for (const needed of ['host', 'x-amz-content-sha256', 'x-amz-date'])
    if (!signed.includes(needed)) return 'AccessDenied';
  const time = String(request.headers['x-amz-date']);
  const canonical = [
    request.method,
    request.url,
    '',
    ...signed.map((name) => `${name}:${String(request.headers[name]).trim()}`),
    '',
    names,
    String(request.headers['x-amz-content-sha256'] ?? sha256(body)),
  ].join('\n');
  const scope = `${date}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const key = [region!, 's3', 'aws4_request'].reduce<Buffer>(
    (so, part) => hmac(so, part),
    hmac(`AWS4${fake.secretAccessKey}`, date!),
  );
  const expected = createHmac('sha256', key).update(toSign).digest();
  const isSigned = time.startsWith(date!) && timingSafeEqual(expected, Buffer.from(signature!, 'hex'));
  return isSigned ? null : 'SignatureDoesNotMatch';
}

async function whole(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
