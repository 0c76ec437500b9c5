/** The endpoint table as an OpenAPI 3.1 document, made from the same schemas that validate. */
import { z } from 'zod';
import { endpointNames, endpoints } from './endpoints.ts';
import { problem } from './problem-schema.ts';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): unknown => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  return rest;
};

const parametersOf = (schema: z.ZodType | null, place: 'path' | 'query') => {
  if (!schema) return [];
  const shape = schemaOf(schema, 'input') as { properties?: Record<string, unknown>; required?: string[] };
  return Object.entries(shape.properties ?? {}).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || (shape.required ?? []).includes(name),
    schema: one,
  }));
};

/** Shape: OpenAPI 3.1. `x-roles`, `x-idempotency` and `x-audit` carry what the table adds. */
export function openApiDocument(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const name of endpointNames) {
    const row = endpoints[name];
    const path = row.path.replace(/:([a-zA-Z]+)/g, '{$1}');
    const responses: Record<string, unknown> = {
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    };
    for (const [status, schema] of Object.entries(row.responses as Record<string, z.ZodType | null>)) {
      const media =
        row.kind === 'stream'
          ? 'text/event-stream'
          : row.kind === 'download'
            ? 'text/csv'
            : 'application/json';
      responses[status] = {
        description: row.summary,
        ...(schema ? { content: { [media]: { schema: schemaOf(schema, 'input') } } } : {}),
      };
    }
    paths[path] ??= {};
    paths[path][row.method.toLowerCase()] = {
      operationId: name,
      summary: row.summary,
      parameters: [...parametersOf(row.params, 'path'), ...parametersOf(row.query, 'query')],
      ...(row.body
        ? {
            requestBody: {
              required: true,
              content: { 'application/json': { schema: schemaOf(row.body, 'input') } },
            },
          }
        : {}),
      responses,
      'x-roles': row.roles,
      'x-idempotency': row.idempotency,
      'x-audit': row.audit,
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Truckroll', version: '1' },
    paths,
    components: { schemas: { Problem: schemaOf(problem, 'input') } },
  };
}
