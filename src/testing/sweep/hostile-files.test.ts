import { afterAll, beforeAll, expect, test } from 'vitest';
import { urlOf } from '#contract/client.ts';
import type { FileView } from '#contract/file.ts';
import { eachEngine } from '../databases.ts';
import { type Ground, makeGround } from './ground.ts';
import { send } from './send.ts';

const PNG = '\u0089PNG\r\n\u001a\n';
const SCRIPT = '<script>fetch("/api/users")</script>';

eachEngine(
  'files somebody means harm with',
  (database) => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await makeGround(database());
    });
    afterAll(() => ground?.close());

    /** Attached to a job of company 1, over the front door; `bytes` one byte a letter. */
    async function attach(fileName: string, bytes: string) {
      const query = { ownerKind: 'job', ownerId: String(ground.mine.card.job.id), fileName };
      const answer = await ground.as('csr').fetch(urlOf('files.upload', {}, query), {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', 'idempotency-key': crypto.randomUUID() },
        body: Buffer.from(bytes, 'latin1'),
      });
      const told = (await answer.json()) as { file: FileView; code?: string };
      return { status: answer.status, file: told.file, code: told.code };
    }
    const opened = (file: FileView) =>
      ground.as('csr').fetch(file.link.url, { headers: { 'sec-fetch-site': 'same-origin' } });

    test.each([
      ['a page', 'invoice.txt', `<!doctype html>${SCRIPT}`, 'text/plain; charset=utf-8'],
      [
        'a picture with a script',
        'logo.png',
        `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`,
        'text/plain; charset=utf-8',
      ],
      ['a script', 'app.txt', 'alert(1)', 'text/plain; charset=utf-8'],
      ['a page that begins as a picture', 'photo.png', `${PNG}${SCRIPT}`, 'image/png'],
      ['a page that begins as a PDF', 'form.pdf', `%PDF-1.7\n${SCRIPT}`, 'application/pdf'],
    ])(
      'R49 %s is handed out as what its bytes are, to be saved and never to be run',
      async (_, name, bytes, type) => {
        const { status, file } = await attach(name, bytes);
        expect(status).toBe(201);
        const answer = await opened(file);
        expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
        expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="/);
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
        expect(answer.headers.get('cache-control')).toContain('no-store');
        expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toBe(bytes);
      },
    );

    test.each(['invoice.html', 'logo.svg', 'app.js', 'form.pdf.exe', 'photo.jpg.scr. '])(
      'a file called %s is refused by its name, whatever its bytes are',
      async (name) => {
        const { status, code } = await attach(name, PNG);
        expect([status, code]).toEqual([422, 'file.name_of_program']);
      },
    );

    test.each([
      ['a program that calls itself a photo', 'photo.jpg', 'MZ\u0090\u0000\u0003'],
      ['an archive that calls itself a letter', 'letter.docx', 'PK\u0003\u0004 evil.exe'],
      ['nothing', 'empty.txt', ''],
    ])('%s is refused by its bytes', async (_, name, bytes) => {
      const { status, code } = await attach(name, bytes);
      expect([status, code]).toEqual([422, 'file.type_not_kept']);
    });

    test.each([
      '../../etc/passwd',
      '..\\..\\boot.ini',
      '/etc/shadow',
      'a/b/c.txt',
      'con.txt\r\nSet-Cookie: a=b',
    ])('R47 a file called %j leads nowhere: the name is words, its place is its hash', async (name) => {
      const { status, file } = await attach(name, `gate code ${name}`);
      expect(status).toBe(201);
      const answer = await opened(file);
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(answer.headers.get('content-disposition')).toMatch(
        /^attachment; filename="[\w. -]+"; filename\*=UTF-8''[^/\\\r\n"]+$/,
      );
      expect(await answer.text()).toBe(`gate code ${name}`);
    });

    test('R59 a name of 300 letters is refused at its field, one of 200 is kept whole', async () => {
      const long = await attach('x'.repeat(300), 'a');
      expect([long.status, long.code]).toEqual([400, 'request.invalid']);
      expect((await attach('ž'.repeat(200), 'a')).status).toBe(201);
    });

    test('R40 a link that was signed for one file opens no other, nor for another company', async () => {
      const { file } = await attach('a.txt', 'mine');
      const { file: other } = await attach('b.txt', 'other');
      const search = new URL(file.link.url, 'http://here').search;
      const moved = await ground.as('csr').fetch(`${urlOf('files.content', { id: other.id })}${search}`, {
        headers: { 'sec-fetch-site': 'same-origin' },
      });
      expect(moved.status).toBe(404);
      const theirs = {
        params: { id: ground.theirs.fileId },
        query: Object.fromEntries(new URLSearchParams(search)),
      };
      expect((await send(ground.as('admin'), 'files.content', theirs)).status).toBe(404);
    });
  },
  { emptied: false },
);
