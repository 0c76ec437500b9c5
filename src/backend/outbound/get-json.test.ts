import { expect, test } from 'vitest';
import { answers, type FakeServer, fakeServer, says } from '#testing/fake-server.ts';
import { getJson, type Outbound, OutboundFault } from './get-json.ts';

const NO_KEY = async () => null;
const from = ({ origin }: FakeServer, more: Partial<Outbound> = {}): Outbound => ({
  origin,
  header: NO_KEY,
  waitMs: 5_000,
  maxBytes: 1_000,
  ...more,
});
async function faultOf(work: Promise<unknown>): Promise<OutboundFault> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(OutboundFault);
  return error as OutboundFault;
}

test('R31: what the configured server answers is read, asked with nothing but our name and the operator’s key', async () => {
  const server = await fakeServer();
  server.answer = answers({ fine: true });
  const header = async () => ({ name: 'X-Key', value: 'the-secret' });
  expect(await getJson(`${server.origin}/a?b=c`, from(server, { header }))).toEqual({ fine: true });
  const [{ path, headers } = { path: '', headers: {} }] = server.asked;
  expect(path).toBe('/a?b=c');
  expect(headers).toMatchObject({
    accept: 'application/json',
    'user-agent': 'Truckroll',
    'x-key': 'the-secret',
  });
  for (const name of ['cookie', 'authorization', 'referer', 'origin'])
    expect(headers).not.toHaveProperty(name);
});

test('R33: a redirect is not followed, not to the same server either', async () => {
  const server = await fakeServer();
  const canary = await fakeServer();
  for (const location of [`${canary.origin}/x`, '/elsewhere', 'http://169.254.169.254/latest/meta-data']) {
    server.answer = says(302, { location });
    expect((await faultOf(getJson(`${server.origin}/`, from(server)))).message).toBe('unreachable: 302');
  }
  expect(canary.asked).toEqual([]);
  expect(server.asked.map(({ path }) => path)).toEqual(['/', '/', '/']);
});

test('R33: another origin is never asked', async () => {
  const server = await fakeServer();
  const canary = await fakeServer();
  for (const url of [
    `${canary.origin}/x`,
    server.origin.replace('127.0.0.1', 'localhost'),
    'file:///etc/passwd',
  ])
    expect((await faultOf(getJson(url, from(server)))).trouble).toBe('refused');
  expect([...server.asked, ...canary.asked]).toEqual([]);
});

test('R36: an answer too long, no JSON, or broken text is unreadable, and no more of it is read', async () => {
  const server = await fakeServer();
  let closed: Promise<void> | undefined;
  server.answer = (_path, response) => {
    closed = new Promise((resolve) => response.on('close', resolve));
    const flood = () => {
      while (!response.destroyed && response.write('x'.repeat(500)));
      response.once('drain', flood);
    };
    flood();
  };
  expect((await faultOf(getJson(`${server.origin}/`, from(server)))).message).toBe(
    'unreadable: more than 1000 bytes',
  );
  await closed;
  server.answer = (_path, response) => response.end('<html>Sign in</html>');
  expect((await faultOf(getJson(`${server.origin}/`, from(server)))).message).toBe('unreadable: no JSON');
  server.answer = (_path, response) => response.end(Buffer.from([0x22, 0xff, 0x22]));
  expect((await faultOf(getJson(`${server.origin}/`, from(server)))).trouble).toBe('unreadable');
});

test('nobody there, silence, trouble of theirs: unreachable, for as long as they say', async () => {
  const server = await fakeServer();
  const gone = await fakeServer();
  const url = `${server.origin}/?q=12+Elm+St`;
  server.answer = says(503, { 'retry-after': '90' });
  expect(await faultOf(getJson(url, from(server)))).toMatchObject({ trouble: 'unreachable', waitMs: 90_000 });
  server.answer = says(429, { 'retry-after': '1e9' });
  expect(await faultOf(getJson(url, from(server)))).toMatchObject({
    trouble: 'unreachable',
    waitMs: 600_000,
  });
  server.answer = says(429, { 'retry-after': 'Wed, 21 Oct 2037 07:28:00 GMT' });
  expect(await faultOf(getJson(url, from(server)))).toMatchObject({ trouble: 'unreachable', waitMs: null });
  server.answer = () => undefined;
  const silent = await faultOf(getJson(url, from(server, { waitMs: 50 })));
  expect(silent.message).toBe('unreachable: no answer within 50 ms');
  server.answer = (_path, response) => response.destroy();
  expect((await faultOf(getJson(url, from(server)))).trouble).toBe('unreachable');
  const nowhere = { ...from(gone), origin: 'http://127.0.0.1:1' };
  expect((await faultOf(getJson('http://127.0.0.1:1/?q=12+Elm+St', nowhere))).trouble).toBe('unreachable');
});

test('R46: a wrong key is told by its number alone: neither what was asked nor what they said', async () => {
  const server = await fakeServer();
  server.answer = says(401);
  const fault = await faultOf(getJson(`${server.origin}/?q=12+Elm+St`, from(server)));
  expect(fault.message).toBe('refused: 401');
  expect(JSON.stringify({ ...fault, stack: fault.stack })).not.toMatch(/Elm|secret/);
});

test('R46: a key that cannot be read is told as such, without its file, and nobody is asked without it', async () => {
  const server = await fakeServer();
  const header = () => Promise.reject(new Error('ENOENT: /run/secrets/geocoder-key'));
  const fault = await faultOf(getJson(`${server.origin}/`, from(server, { header })));
  expect(fault.message).toBe('refused: the key cannot be read');
  expect(server.asked).toEqual([]);
});
