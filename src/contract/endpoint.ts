/** The form of one row of the endpoint table (`endpoints.ts`), from which client, routes, matrix and OpenAPI come. */
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

export type Endpoint = {
  readonly method: Method;
  /** `/api/jobs/:id`; parameters are validated by `params`. */
  readonly path: string;
  readonly summary: string;
  readonly kind: EndpointKind;
  readonly answeredBy: AnsweredBy;
  /** `public`: no session needed (sign-in); `self`: any signed-in user; else only these roles. Default deny. */
  readonly roles: readonly Role[] | 'self' | 'public';
  readonly params: z.ZodType | null;
  readonly query: z.ZodType | null;
  readonly body: z.ZodType | null;
  /** Bytes; 256 kB unless raised. */
  readonly bodyLimit: number;
  readonly idempotency: Idempotency;
  /** What the audit row says; null for reads. */
  readonly audit: string | null;
  /** Schema of every success status; all other statuses carry a `problem`. `null`: no body. */
  readonly responses: Readonly<Record<number, z.ZodType | null>>;
};

type Options<
  P extends z.ZodType | null,
  Q extends z.ZodType | null,
  B extends z.ZodType | null,
  R extends Readonly<Record<number, z.ZodType | null>>,
  O extends Endpoint['roles'],
  K extends EndpointKind,
  A extends AnsweredBy,
> = {
  summary: string;
  roles: O;
  responses: R;
  params?: P;
  query?: Q;
  body?: B;
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
export function endpoint<
  M extends Method,
  R extends Readonly<Record<number, z.ZodType | null>>,
  P extends z.ZodType | null = null,
  Q extends z.ZodType | null = null,
  B extends z.ZodType | null = null,
  const O extends Endpoint['roles'] = Endpoint['roles'],
  K extends EndpointKind = 'json',
  A extends AnsweredBy = 'upstream',
>(method: M, path: string, options: Options<P, Q, B, R, O, K, A>) {
  return {
    method,
    path,
    summary: options.summary,
    kind: (options.kind ?? 'json') as NoInfer<K>,
    answeredBy: (options.answeredBy ?? 'upstream') as NoInfer<A>,
    roles: options.roles,
    params: (options.params ?? null) as P,
    query: (options.query ?? null) as Q,
    body: (options.body ?? null) as B,
    bodyLimit: options.bodyLimit ?? BODY_LIMIT,
    idempotency: options.idempotency ?? 'none',
    audit: options.audit ?? null,
    responses: options.responses,
  } as const satisfies Endpoint;
}
