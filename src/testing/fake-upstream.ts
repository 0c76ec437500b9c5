import { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import { type EndpointName, endpoints } from '#contract/endpoints.ts';
import type { ChangeEvent } from '#contract/history.ts';
import { setup } from '#contract/setup.ts';
import { isBehind, type Upstream, type UpstreamRequest, type UpstreamResponse } from '#contract/upstream.ts';
import type { Id } from '#domain/ids.ts';
import { instant } from '#domain/time.ts';

type Answer = (request: UpstreamRequest) => UpstreamResponse | Promise<UpstreamResponse>;

export type FakeUpstream = Upstream & {
  /** Everything it was asked, in order. */
  readonly requests: UpstreamRequest[];
  /** Positions the feed was read from, one entry per read. */
  readonly reads: (string | null)[];
  /** Instead of the answer made up from the row's response schema. */
  answer(name: EndpointName, answer: Answer): void;
  /** A set-up change of a company; returns its position. */
  change(tenantId: Id, type?: string): string;
  /** Forgets the oldest changes: a reader behind them must start anew. */
  forgetBefore(position: string): void;
};

/** An `Upstream` that answers everything with the smallest thing the contract allows, and remembers what it was asked. */
export function fakeUpstream(): FakeUpstream {
  const answers = new Map<EndpointName, Answer>();
  const listeners = new Set<(tenantId: Id) => void>();
  const requests: UpstreamRequest[] = [];
  const reads: (string | null)[] = [];
  let changes: { tenantId: Id; event: ChangeEvent }[] = [];
  let last = 1000;
  let oldest = '1.0';

  return {
    requests,
    reads,
    async call(request) {
      requests.push(request);
      const own = answers.get(request.endpoint);
      if (own) return await own(request);
      if (request.upload) for await (const _ of request.upload);
      return sampleAnswer(request.endpoint);
    },
    async changes(actor, after, limit) {
      reads.push(after);
      const position = `1.${last}`;
      if (after === null) return { events: [], position, reset: false };
      if (isBehind(after, oldest) || isBehind(position, after)) return { events: [], position, reset: true };
      const events = changes
        .filter(({ tenantId, event }) => tenantId === actor.tenantId && isBehind(after, event.position))
        .map(({ event }) => event)
        .slice(0, limit);
      const isAll = events.length < limit;
      return { events, position: isAll ? position : (events.at(-1)?.position ?? position), reset: false };
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    answer: (name, answer) => answers.set(name, answer),
    change(tenantId, type = 'setup.changed') {
      last += 1;
      const position = `1.${last}`;
      const event: ChangeEvent = {
        kind: 'setup',
        record: null,
        position,
        type,
        at: instant('2026-11-21T17:00:00Z'),
        actorId: 1,
        actorName: 'Somebody',
        operationId: last,
        fields: [],
      };
      changes.push({ tenantId, event });
      for (const listener of listeners) listener(tenantId);
      return position;
    },
    forgetBefore(position) {
      oldest = position;
      changes = changes.filter(({ event }) => !isBehind(event.position, position));
    },
  };
}

/** Business units of every company behind the fake; 12 is out of use. */
const UNITS = [1, 7, 8, 11, 12].map((id) => ({
  ...(sampleOf(setup.shape.businessUnits.element) as object),
  id,
  active: id !== 12,
}));

/** The first success status of the row with a body its schema accepts. */
export function sampleAnswer(name: EndpointName): UpstreamResponse {
  const row: Endpoint = endpoints[name];
  if (name === 'setup.get')
    return { status: 200, body: { ...(sampleOf(setup) as object), businessUnits: UNITS } };
  const [[status, schema] = ['200', null]] = Object.entries(row.responses);
  if (row.kind === 'download') {
    const chunks = (async function* () {
      yield 'line,fate\r\n';
    })();
    const download = { fileName: 'result.csv', mediaType: 'text/csv', chunks };
    return { status: Number(status), body: null, download };
  }
  return { status: Number(status), body: schema ? sampleOf(schema) : undefined };
}

/** The smallest value a schema accepts: empty lists, the first of a choice, null where it may be. */
export function sampleOf(schema: z.ZodType): unknown {
  return sampleValue(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }));
}

type JsonSchema = {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  format?: string;
  minimum?: number;
  minItems?: number;
  items?: JsonSchema;
  propertyNames?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  pattern?: string;
};

function sampleValue(schema: unknown): unknown {
  const given = schema as JsonSchema;
  if ('const' in given) return given.const;
  if (given.enum) return given.enum[0];
  const choices = given.anyOf ?? given.oneOf;
  if (choices) return choices.some((choice) => choice.type === 'null') ? null : sampleValue(choices[0]);
  switch (given.type) {
    case 'object':
      return objectOf(given);
    case 'array':
      return Array.from({ length: given.minItems ?? 0 }, () => sampleValue(given.items));
    case 'integer':
    case 'number':
      return Math.max(1, given.minimum ?? 1);
    case 'boolean':
      return true;
    case 'string':
      return textOf(given);
    default:
      return null;
  }
}

function objectOf({ properties = {}, required = [], propertyNames, additionalProperties }: JsonSchema) {
  const fields = Object.entries(properties).filter(([key]) => required.includes(key));
  // What a zone is cannot be told in JSON Schema.
  const value = Object.fromEntries(
    fields.map(([key, one]) => [key, key === 'timeZone' ? 'UTC' : sampleValue(one)]),
  );
  // A record over an enum wants every key.
  for (const key of propertyNames?.enum ?? []) value[String(key)] = sampleValue(additionalProperties);
  return value;
}

function textOf({ format, pattern }: JsonSchema): string {
  // An id in a query or path.
  if (pattern?.startsWith('^[1-9]')) return '7';
  if (format === 'date-time') return '2026-11-21T17:00:00.000Z';
  if (format === 'date') return '2026-11-21';
  return format === 'email' ? 'somebody@demo.test' : 'x';
}
