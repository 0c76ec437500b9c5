/** The form of one row of the endpoint table (`routes.ts`, `endpoints.ts`), from which client, routes, matrix and OpenAPI come. */
import type { z } from 'zod';
import type { Role } from '#domain/roles.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/**
 * How a write may be repeated:
 * `none` – a read; `key` – creates something, needs an Idempotency-Key; `versions` – decided on versions in
 * `expected`, an Idempotency-Key is welcome; `natural` – the same twice is the same once (sign-out, undo of one id).
 */
export type Idempotency = 'none' | 'key' | 'versions' | 'natural';

/** `bff`: answered by the BFF from `office`; `upstream`: forwarded to the upstream by its name in the table. */
export type AnsweredBy = 'bff' | 'upstream';

export type EndpointKind = 'json' | 'upload' | 'download' | 'stream';

/** A row of the table without its schemas. */
export type Route = {
  readonly method: Method;
  /** `/api/jobs/:id`; parameters are validated by `params`. */
  readonly path: string;
  readonly summary: string;
  readonly kind: EndpointKind;
  readonly answeredBy: AnsweredBy;
  /** `public`: no session needed (sign-in); `self`: any signed-in user; else only these roles. Default deny. */
  readonly roles: readonly Role[] | 'self' | 'public';
  /** Bytes; 256 kB unless raised. */
  readonly bodyLimit: number;
  readonly idempotency: Idempotency;
  /** What the audit row says; null for reads. */
  readonly audit: string | null;
};

/** The schemas of a row; what is left out takes nothing. */
export type Schemas = {
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Schema of every success status; all other statuses carry a `problem`. `null`: no body. */
  readonly responses: Readonly<Record<number, z.ZodType | null>>;
};

export type Endpoint = Route & {
  readonly params: z.ZodType | null;
  readonly query: z.ZodType | null;
  readonly body: z.ZodType | null;
  readonly responses: Schemas['responses'];
};

type Options<O, K, A> = {
  summary: string;
  roles: O;
  kind?: K;
  answeredBy?: A;
  idempotency?: Idempotency;
  audit?: string;
  bodyLimit?: number;
};

export const BODY_LIMIT = 256 * 1024;

/**
 * One row of the table, with everything that may be left out filled in. Reads are `none`, writes say their class.
 * Roles, kind and who answers keep their literal types, so that the BFF's handlers are checked against the table.
 */
export function route<
  M extends Method,
  const O extends Route['roles'],
  K extends EndpointKind = 'json',
  A extends AnsweredBy = 'upstream',
>(method: M, path: string, options: Options<O, K, A>) {
  return {
    method,
    path,
    summary: options.summary,
    kind: (options.kind ?? 'json') as NoInfer<K>,
    answeredBy: (options.answeredBy ?? 'upstream') as NoInfer<A>,
    roles: options.roles,
    bodyLimit: options.bodyLimit ?? BODY_LIMIT,
    idempotency: options.idempotency ?? 'none',
    audit: options.audit ?? null,
  } as const satisfies Route;
}
