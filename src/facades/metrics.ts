/**
 * `/metrics` in Prometheus' text format, for a scraper on this machine only (R63): numbers of the process, and requests by
 * route template, never a path, a name or an address (R45). Written by hand: prom-client is two packages for six families.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';

export type Measured = {
  /** The web port's, since the start. */
  requests(): Iterable<{ method: string; route: string; status: number; count: number }>;
  streams(): number;
  database(): Promise<{ ok: boolean; waiting: number; running: number }>;
};

export function registerMetrics(app: FastifyInstance, measured: Measured): void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  app.addHook('onClose', async () => void delay.disable());
  app.get('/metrics', async (request, reply) => {
    if (!isLocal(request)) return reply.callNotFound();
    const database = await measured.database();
    const lag = (ns: number) => Math.max(0, ns / 1e9 - 0.02);
    const text = [
      family('process_resident_memory_bytes', 'gauge', [['', process.memoryUsage.rss()]]),
      family('truckroll_event_loop_lag_seconds', 'gauge', [
        ['{quantile="0.5"}', lag(delay.percentile(50))],
        ['{quantile="0.99"}', lag(delay.percentile(99))],
        ['{quantile="1"}', lag(delay.max)],
      ]),
      family('truckroll_http_requests_total', 'counter', [...measured.requests()].map(sample)),
      family('truckroll_open_streams', 'gauge', [['', measured.streams()]]),
      family('truckroll_database_up', 'gauge', [['', database.ok ? 1 : 0]]),
      family('truckroll_database_transactions', 'gauge', [
        ['{state="waiting"}', database.waiting],
        ['{state="running"}', database.running],
      ]),
    ];
    delay.reset(); // each scrape sees the time since the one before
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(text.join(''));
  });
}

const family = (name: string, type: string, samples: readonly (readonly [labels: string, value: number])[]) =>
  `# TYPE ${name} ${type}\n${samples.map(([labels, value]) => `${name}${labels} ${value}\n`).join('')}`;

const sample = ({
  method,
  route,
  status,
  count,
}: {
  method: string;
  route: string;
  status: number;
  count: number;
}) => [`{method="${method}",route="${route}",status="${status}"}`, count] as const;

const LOOPBACK = /^(127(\.\d+){3}|::1|::ffff:127(\.\d+){3})$/;
const LOOPBACK_NAME = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;

/** Neither somebody else's browser led here by its own name (DNS rebinding), nor a proxy's client. */
function isLocal({ raw, headers }: FastifyRequest): boolean {
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false;
  return LOOPBACK.test(raw.socket.remoteAddress ?? '') && LOOPBACK_NAME.test(headers.host ?? '');
}
