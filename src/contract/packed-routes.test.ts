import { describe, expect, test } from 'vitest';
import { packedRoutes } from './packed-routes.ts';
import { endpointNames, routes } from './routes.ts';

describe('the endpoint table of the browser', () => {
  test('says of every row what the table says, and nothing of the server alone', async () => {
    const packed = (await import(
      /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(packedRoutes(routes))}`
    )) as {
      routes: Record<string, unknown>;
      endpointNames: string[];
    };
    expect(packed.endpointNames).toEqual(endpointNames);
    for (const name of endpointNames) {
      const { method, path, roles, idempotency } = routes[name];
      expect(packed.routes[name]).toEqual({ method, path, roles, idempotency });
    }
  });
});
