import Fastify from 'fastify';
import { describe, expect, onTestFinished, test } from 'vitest';
import { registerMetrics } from './metrics.ts';

function startedApp() {
  const app = Fastify();
  registerMetrics(app, {
    requests: () => [
      { method: 'GET', route: '/api/jobs/:id', status: 200, count: 41 },
      { method: 'POST', route: '/api/jobs', status: 409, count: 2 },
    ],
    streams: () => 3,
    database: async () => ({ ok: true, waiting: 4, running: 1 }),
  });
  onTestFinished(() => app.close());
  return app;
}
const ask = (remoteAddress: string, headers: Record<string, string> = {}) =>
  startedApp().inject({ url: '/metrics', remoteAddress, headers: { host: 'localhost:3001', ...headers } });

describe('the metrics', () => {
  test('are numbers a Prometheus on this machine can read, with routes but no paths', async () => {
    const { statusCode, headers, body } = await ask('127.0.0.1');
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(body).toContain(
      'truckroll_http_requests_total{method="GET",route="/api/jobs/:id",status="200"} 41\n',
    );
    expect(body).toContain('truckroll_open_streams 3\n');
    expect(body).toContain('truckroll_database_transactions{state="waiting"} 4\n');
    for (const line of body.trimEnd().split('\n')) {
      expect(line).toMatch(/^(# TYPE [a-z_]+ (gauge|counter)|[a-z_]+(\{[^{}]*\})? [0-9.e+-]+)$/);
    }
    expect(Number(/process_resident_memory_bytes (\d+)/.exec(body)?.[1])).toBeGreaterThan(10_000_000);
  });

  test.each(['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1'])('are shown to %s', async (address) => {
    expect((await ask(address)).statusCode).toBe(200);
  });

  test.each([
    ['another machine', '10.0.0.5', {}],
    ['another machine over IPv6', '2001:db8::1', {}],
    ['an address that looks local', '::ffff:10.127.0.1', {}],
    ['somebody behind a proxy of this machine', '127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }],
    ['a page that led a browser here by its own name', '127.0.0.1', { host: 'evil.example:3001' }],
  ] as const)('R63 are not there for %s', async (_, address, headers) => {
    const { statusCode, body } = await ask(address, headers);
    // The same words as for a path that nobody has heard of.
    expect(statusCode).toBe(404);
    expect(JSON.parse(body)).toMatchObject({ message: 'Route GET:/metrics not found' });
  });
});
