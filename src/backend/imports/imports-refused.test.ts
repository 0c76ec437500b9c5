import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { eachEngine } from '#testing/databases.ts';
import { file, HEADER, refusal, requestDesks, row } from '#testing/request-desk.ts';

eachEngine('importing service requests, what is refused and kept', (database) => {
  const { desks: place } = requestDesks(database);

  describe('is refused', () => {
    test.each([
      ['an empty file', '', { why: 'empty' }],
      ['a header alone', HEADER, { why: 'no_rows' }],
      ['a mark never closed', file(row('1'), '2,"x'), { why: 'quote_not_closed', line: 3 }],
    ])('%s, leaving nothing behind', async (_, text, why) => {
      expect(await refusal(place.desk.upload(text))).toMatchObject({ code: 'import.unreadable', ...why });
      expect(readdirSync(place.folder)).toEqual([]);
      expect((await place.desk.call('imports.list')).items).toEqual([]);
    });

    test('a mapping that names no time, no place and a column that is not there', async () => {
      const { id } = await place.desk.upload(file(row('1')));
      const body = { timeZone: 'America/New_York', columns: { id: 'externalId', nothing: 'zip' } };
      expect(await refusal(place.desk.call('imports.check', { params: { id }, body }))).toMatchObject({
        code: 'request.invalid',
        fields: 3,
      });
    });

    test('a run before the check, and a check after the run', async () => {
      const state = await place.desk.upload(file(row('1')));
      expect(await refusal(place.desk.run(state.id))).toMatchObject({
        code: 'import.not_ready',
        status: 'Uploaded',
      });
      await place.desk.run((await place.desk.check(state)).id);
      expect(await refusal(place.desk.check(state))).toMatchObject({
        code: 'import.not_ready',
        status: 'Done',
      });
      expect((await place.desk.run(state.id)).status).toBe('Done');
    });

    test('an import of another company', async () => {
      const { id } = await place.desk.upload(file(row('1')));
      for (const endpoint of [
        'imports.get',
        'imports.rows',
        'imports.run',
        'imports.cancel',
        'imports.result',
      ] as const) {
        expect(await refusal(place.desk.ask(endpoint, { params: { id }, tenantId: 2 }))).toMatchObject({
          code: 'record.not_found',
        });
      }
    });
  });

  test('the same upload with the same key is one import; another file under that key is refused', async () => {
    const first = await place.desk.upload(file(row('1')), 'k1');
    expect(await place.desk.upload(file(row('1')), 'k1')).toEqual(first);
    expect(await refusal(place.desk.upload(file(row('2')), 'k1'))).toMatchObject({
      code: 'request.idempotency_key_reused',
    });
    expect((await place.desk.call('imports.list')).items).toHaveLength(1);
    expect(readdirSync(place.folder)).toHaveLength(1);
  });

  test('of many uploads the last twenty files are kept, and nothing a killed process left half-way', async () => {
    writeFileSync(join(place.folder, 'upload-left.part'), 'half');
    writeFileSync(join(place.folder, 'upload-now.part'), 'half');
    utimesSync(
      join(place.folder, 'upload-now.part'),
      place.desk.clock.ms() / 1000,
      place.desk.clock.ms() / 1000,
    );
    utimesSync(
      join(place.folder, 'upload-left.part'),
      place.desk.clock.ms() / 1000 - 90_000,
      place.desk.clock.ms() / 1000 - 90_000,
    );
    const ids: number[] = [];
    for (let count = 0; count < 22; count++) ids.push((await place.desk.upload(file(row('1')))).id);
    const kept = [...ids.slice(2).map((id) => `1-${id}.csv`), 'upload-now.part'];
    expect(readdirSync(place.folder).sort()).toEqual(kept.sort());
  });

  test('a file that was taken away is told, not a fault', async () => {
    const { id } = await place.desk.check(await place.desk.upload(file(row('1'))));
    rmSync(join(place.folder, readdirSync(place.folder)[0]!));
    expect(await place.desk.run(id)).toMatchObject({
      status: 'Failed',
      problem: { code: 'import.file_gone' },
    });
  });

  const BOSTON = fileURLToPath(
    new URL('../../../../shared/data/service-requests/boston-2011-h2-trades.csv', import.meta.url),
  );
  test.skipIf(!existsSync(BOSTON) || !process.env.IMPORT_WHOLE_FILE)(
    'the whole file of Boston',
    async () => {
      const bytes = readFileSync(BOSTON);
      const began = performance.now();
      const state = await place.desk.upload(bytes);
      const uploaded = performance.now();
      const checked = await place.desk.check(state, '2011-11-07T11:00:00Z');
      const ready = performance.now();
      const done = await place.desk.run(state.id);
      const seconds = [uploaded - began, ready - uploaded, performance.now() - ready].map(
        (ms) => Math.round(ms / 100) / 10,
      );
      console.info('upload, check, run in s', seconds, 'MB', Math.round(process.memoryUsage.rss() / 1e6));
      expect(checked.fates).toEqual(done.fates);
      expect(done).toMatchObject({
        status: 'Done',
        fates: { create: 8736, report: 3073, duplicate: 1747, reject: 352, exists: 0 },
      });
      expect(done.made).toContainEqual({ what: 'job', count: 13_556 });
      expect(done.made).toContainEqual({ what: 'jobType', count: 51 });
    },
    600_000,
  );
});
