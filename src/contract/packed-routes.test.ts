import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isFirst, packedLaterRoutes, packedRoutes } from './packed-routes.ts';
import { endpointNames, routes } from './routes.ts';

type Table = { routes: Record<string, unknown>; endpointNames: string[] };
const asUrl = (text: string) => `data:text/javascript,${encodeURIComponent(text)}`;

describe('the endpoint table of the browser', () => {
  test('says of every row what the table says, and nothing of the server alone', async () => {
    const url = asUrl(packedRoutes(routes));
    const packed = (await import(/* @vite-ignore */ url)) as Table;
    expect(packed.endpointNames.toSorted()).toEqual(endpointNames.filter(isFirst).toSorted());
    await import(
      /* @vite-ignore */ asUrl(packedLaterRoutes(routes).replace("'./routes.ts'", JSON.stringify(url)))
    );
    expect(packed.endpointNames.toSorted()).toEqual(endpointNames.toSorted());
    for (const name of endpointNames) {
      const { method, path, roles, idempotency } = routes[name];
      expect(packed.routes[name]).toEqual({ method, path, roles, idempotency });
    }
  });

  test('has every row that the board and the frame around pages name from the first moment on', () => {
    const web = fileURLToPath(new URL('../web/', import.meta.url));
    const folders = [
      'features/board',
      'features/shell',
      'features/session',
      'parts',
      'ui',
      'lib',
      'data/live',
    ];
    const missing = folders.flatMap((folder) =>
      readdirSync(join(web, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
        .flatMap((name) => {
          const text = readFileSync(join(web, folder, name), 'utf8');
          const named = endpointNames.filter((one) => !isFirst(one) && text.includes(`'${one}'`));
          return named.map((one) => `${folder}/${name}: ${one}`);
        }),
    );
    expect(missing).toEqual([]);
  });
});
