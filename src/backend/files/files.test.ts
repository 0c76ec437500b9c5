import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FileView } from '#contract/file.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Actor, Upstream, UpstreamResponse } from '#contract/upstream.ts';
import { MOST_FILE_BYTES } from '#domain/files.ts';
import type { Id } from '#domain/ids.ts';
import { instant } from '#domain/time.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { type FixedClock, fixedClock } from '#testing/fixed-clock.ts';
import { createBackend } from '../upstream.ts';
import type { FileStore } from './file-store.ts';
import { createFiles } from './files.ts';
import { folderStore } from './folder.ts';

const PHOTO = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('JFIF of the panel')]);
const noImports = () => Promise.reject(new Error('No imports in this test'));
let keys = 0;

eachEngine('files', (database) => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'truckroll-files-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A company whose backend keeps files; `store` in place of the folder. */
  async function setUp(store: FileStore = folderStore(folder)) {
    const company = await makeCompany(database());
    const clock = fixedClock('2026-11-21T15:00:00.000Z');
    const files = createFiles({ database: database(), store });
    const backend = createBackend({ database: database(), clock, imports: noImports, files });
    const card = await company.book();
    return { company, clock, backend, card };
  }
  type SetUp = Awaited<ReturnType<typeof setUp>>;

  const call = (backend: Upstream, actor: Actor, endpoint: string, more: object): Promise<UpstreamResponse> =>
    backend.call({
      endpoint: endpoint as 'files.list',
      actor,
      params: {},
      query: {},
      body: {},
      idempotencyKey: `files ${++keys}`,
      bodyHash: 'hash',
      requestId: 'test',
      address: '127.0.0.1',
      signal: new AbortController().signal,
      ...more,
    });
  async function* inTwo(bytes: Uint8Array) {
    yield bytes.subarray(0, 7);
    yield bytes.subarray(7);
  }
  const attach = async (
    { backend, company, card }: SetUp,
    bytes: Uint8Array = PHOTO,
    query: object = {},
    actor = company.person('csr').actor,
    key = `upload ${++keys}`,
  ) => {
    const { body } = await call(backend, actor, 'files.upload', {
      upload: inTwo(bytes),
      query: { ownerKind: 'job', ownerId: card.job.id, fileName: 'panel.pdf', ...query },
      idempotencyKey: key,
    });
    return body as { operationId: Id; file: FileView };
  };
  const list = async ({ backend, company, card }: SetUp, actor = company.person('purchasing').actor) => {
    const query = { ownerKind: 'job', ownerId: card.job.id };
    return ((await call(backend, actor, 'files.list', { query })).body as { items: FileView[] }).items;
  };
  const follow = async (
    { backend, company }: SetUp,
    { link, id }: FileView,
    actor = company.person('csr').actor,
  ) => {
    const given = new URL(link.url, 'http://here').searchParams;
    const query = { goodUntil: instant(given.get('goodUntil')!), signature: given.get('signature')! };
    return call(backend, actor, 'files.content', { params: { id }, query });
  };
  const bytesOf = async ({ download }: UpstreamResponse) => {
    const parts: Uint8Array[] = [];
    for await (const chunk of download!.chunks) parts.push(Buffer.from(chunk));
    return Buffer.concat(parts);
  };

  test('a photo is kept by what its bytes are, whatever its name says, and comes back byte by byte', async () => {
    const here = await setUp();
    const { file } = await attach(here);
    expect(file).toMatchObject({
      name: 'panel.pdf',
      kind: 'Photo',
      mediaType: 'image/jpeg',
      size: PHOTO.length,
      uploadedByName: 'csr',
    });
    const answer = await follow(here, (await list(here))[0]!);
    expect(answer.download!.mediaType).toBe('image/jpeg');
    expect(await bytesOf(answer)).toEqual(PHOTO);
  });

  test('a signature says who signed', async () => {
    const here = await setUp();
    const { file } = await attach(here, PHOTO, { kind: 'Signature', signer: 'Maria Lopez' });
    expect([file.kind, file.signer]).toEqual(['Signature', 'Maria Lopez']);
  });

  test('another program’s key is kept with it, one file’s at a time, and goes on when the file is removed', async () => {
    const here = await setUp();
    const { file } = await attach(here, PHOTO, { externalKey: 'F-1' });
    expect((await list(here)).map(({ externalKey }) => externalKey)).toEqual(['F-1']);
    const taken = {
      code: 'record.key_taken',
      params: { kind: 'file', name: 'panel.pdf', pageId: here.card.job.id },
    };
    await expect(attach(here, PHOTO, { externalKey: 'F-1' })).rejects.toMatchObject(taken);
    const { file: other } = await attach(here);
    const change = async ({ id, version }: FileView, changes: object) =>
      (
        await call(here.backend, here.company.person('csr').actor, 'files.change', {
          params: { id },
          body: { expected: [{ kind: 'file', id, version }], changes },
        })
      ).body;
    await expect(change(other, { externalKey: 'F-1' })).rejects.toMatchObject(taken);
    await change(file, { active: false });
    expect(await change(other, { externalKey: 'F-1' })).toMatchObject({ file: { externalKey: 'F-1' } });
    await expect(change({ ...file, version: 2 }, { active: true })).rejects.toMatchObject(taken);
    const { company } = here;
    const confined = await attach(
      here,
      PHOTO,
      { externalKey: 'F-1' },
      company.person('csr', { units: [company.businessUnitId] }).actor,
    ).catch(({ params }) => params);
    expect(confined).toEqual({ kind: 'file' });
  });

  test('a name like a program’s is refused, new and by renaming, and nothing is left behind', async () => {
    const here = await setUp();
    const refused = { code: 'file.name_of_program', params: { name: 'form.pdf.exe', ending: 'exe' } };
    await expect(attach(here, PHOTO, { fileName: 'form.pdf.exe' })).rejects.toMatchObject(refused);
    expect(readdirSync(folder)).toEqual([]);
    const { file } = await attach(here);
    const body = {
      expected: [{ kind: 'file', id: file.id, version: 1 }],
      changes: { name: 'form.pdf.exe' },
    };
    const csr = here.company.person('csr').actor;
    const renamed = call(here.backend, csr, 'files.change', { params: { id: file.id }, body });
    await expect(renamed).rejects.toMatchObject(refused);
    expect((await list(here)).map(({ name }) => name)).toEqual(['panel.pdf']);
  });

  test('a program, and more than 25 MB, are refused and leave nothing behind', async () => {
    const here = await setUp();
    await expect(attach(here, Buffer.from('MZ\u0090\u0000'))).rejects.toMatchObject({
      code: 'file.type_not_kept',
    });
    await expect(attach(here, new Uint8Array(MOST_FILE_BYTES + 1))).rejects.toMatchObject({
      code: 'request.too_large',
    });
    expect(readdirSync(folder)).toEqual([]);
    expect(await list(here)).toEqual([]);
  });

  test('a full disk is told in words, and the file is not there', async () => {
    const full: FileStore = {
      ...folderStore(folder),
      put: () => Promise.reject(new ProblemError('server.disk_full')),
    };
    const here = await setUp(full);
    await expect(attach(here)).rejects.toMatchObject({ code: 'server.disk_full' });
    expect(await list(here)).toEqual([]);
  });

  test('a link is good for 15 minutes, for its own file only', async () => {
    const here = await setUp();
    const { file } = await attach(here);
    const { file: other } = await attach(here, Buffer.from('words'));
    const missing = { code: 'record.not_found' };
    await expect(follow(here, { ...other, link: file.link })).rejects.toMatchObject(missing);
    const forged = {
      ...file,
      link: { ...file.link, url: file.link.url.replace(/.$/, (c) => (c === '0' ? '1' : '0')) },
    };
    await expect(follow(here, forged)).rejects.toMatchObject(missing);
    (here.clock as FixedClock).advance(15 * 60_000);
    await expect(follow(here, file)).rejects.toMatchObject(missing);
    const anew = await follow(here, (await list(here)).find(({ id }) => id === file.id)!);
    expect(await bytesOf(anew)).toEqual(PHOTO);
  });

  test('files of another unit’s job are nowhere, by list, by change and by link', async () => {
    const here = await setUp();
    const { file } = await attach(here);
    const confined = here.company.person('dispatcher', { units: [here.company.otherUnitId] }).actor;
    const missing = { code: 'record.not_found' };
    await expect(list(here, confined)).rejects.toMatchObject(missing);
    await expect(attach(here, PHOTO, {}, confined)).rejects.toMatchObject(missing);
    await expect(follow(here, file, confined)).rejects.toMatchObject(missing);
    const body = { expected: [{ kind: 'file', id: file.id, version: 1 }], changes: { active: false } };
    await expect(
      call(here.backend, confined, 'files.change', { params: { id: file.id }, body }),
    ).rejects.toMatchObject(missing);
  });

  test('removed by mistake it comes back by undo; sent twice by one press it is there once', async () => {
    const here = await setUp();
    const { actor } = here.company.person('csr');
    const { file } = await attach(here, PHOTO, {}, actor, 'pressed twice');
    expect((await attach(here, PHOTO, {}, actor, 'pressed twice')).file.id).toBe(file.id);
    expect(await list(here)).toHaveLength(1);
    const body = { expected: [{ kind: 'file', id: file.id, version: 1 }], changes: { active: false } };
    await call(here.backend, actor, 'files.change', { params: { id: file.id }, body });
    expect(await list(here)).toEqual([]);
    await expect(follow(here, file)).rejects.toMatchObject({ code: 'record.not_found' });
    await call(here.backend, actor, 'operations.undo', { body: {} });
    expect((await list(here)).map(({ id }) => id)).toEqual([file.id]);
  });

  test('the same content is kept once, and the feed tells whose list to read again', async () => {
    const here = await setUp();
    const { actor } = here.company.person('csr');
    const { position } = await here.backend.changes(actor, null, 10);
    await attach(here);
    await attach(here, PHOTO, { fileName: 'again.jpg' });
    const stored = readdirSync(folder, { recursive: true }).filter((name) =>
      /[0-9a-f]{64}$/.test(String(name)),
    );
    expect(stored).toHaveLength(1);
    const { events } = await here.backend.changes(actor, position, 10);
    const record = { ownerKind: 'job', ownerId: here.card.job.id };
    expect(events).toMatchObject([
      { type: 'file.added', record },
      { type: 'file.added', record },
    ]);
  });
});
