/** What a handler is asked and answers. Everything is validated before it gets here. */
import type { BodyOf, EndpointName, ParamsOf, QueryOf } from '#contract/endpoints.ts';
import type { UpstreamRequest } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { CommandContext } from '../write/context.ts';

export type Ask<N extends EndpointName> = {
  tx: Transaction;
  context: CommandContext;
  request: UpstreamRequest;
  params: ParamsOf<N>;
  query: QueryOf<N>;
  body: BodyOf<N>;
};
export type Answer = { status: number; body: unknown };
/** Handlers of the endpoints named; one that is missing does not compile. */
export type Handlers<N extends EndpointName> = { readonly [Name in N]: (ask: Ask<Name>) => Promise<Answer> };

export const ok = async (body: Promise<unknown>): Promise<Answer> => ({ status: 200, body: await body });
export const created = async (body: Promise<unknown>): Promise<Answer> => ({ status: 201, body: await body });
export const idOf = (params: unknown): Id => (params as { id: Id }).id;
export const reason = ({ reasonId, memo }: { reasonId: Id; memo: string }) => ({ reasonId, memo });

/** What was really given: zod leaves out absent keys, TypeScript wants to see that. */
export const given = <T extends object>(changes: T) =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
