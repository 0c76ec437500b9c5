/**
 * What two people can edit at once: every PATCH of the contract's table that says which versions it was decided on
 * (a new one is here by itself, its record made by the sweep's request), every kind of set-up record, and the commands
 * on an appointment, which has no PATCH.
 */
import { z } from 'zod';
import type { Dice } from '#backend/demo/random.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { type EndpointName, endpointNames, endpoints } from '#contract/endpoints.ts';
import type { Id } from '#domain/ids.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { setupExamples } from '../setup-examples.ts';
import type { Ground } from '../sweep/ground.ts';
import { REQUESTS } from '../sweep/requests.ts';
import type { Edit, State } from './edit.ts';
import { type Pool, valueFor } from './values.ts';
import { visitTarget } from './visit-edits.ts';

export type Subject = { readonly kind: string; readonly id: Id };
export type Target = {
  readonly name: string;
  readonly endpoint: EndpointName;
  /** A record to edit. */
  make(ground: Ground): Promise<Subject>;
  /** What one edit can set, at most one from each list: a command, or the fields of a form. */
  readonly groups: readonly string[];
  edit(given: Given): Edit;
  /** Fields a change of another may bring along. */
  readonly follows: readonly string[];
};
export type Given = {
  readonly ground: Ground;
  readonly chance: Dice;
  readonly pool: Pool;
  readonly subject: Subject;
  readonly state: State;
  /** Of `groups`. */
  readonly fields: readonly string[];
  readonly token: string;
};

/** Fields that are one decision: who changes the first decides on the others too. */
const TOGETHER: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  project: { statusId: ['subStatusId', 'actualCompletion'] },
};
/** Compared whole, without a merge: small records of the office, saved from one form, and one person's draft board. */
export const COMPARED_WHOLE: readonly EndpointName[] = [
  'users.change',
  'views.change',
  'messages.change',
  'drafts.change',
  'orderTemplates.change',
];

type Shape = Readonly<Record<string, z.ZodType>>;
const shapeOf = (schema: unknown): Shape => (schema as { shape: Shape }).shape;

const rows = endpointNames.filter(
  (name) => (endpoints[name] as Endpoint).method === 'PATCH' && !COMPARED_WHOLE.includes(name),
);

export const TARGETS: readonly Target[] = [...rows.flatMap(ofRow), visitTarget];

function ofRow(endpoint: EndpointName): Target[] {
  const { body } = endpoints[endpoint] as Endpoint;
  if (body instanceof z.ZodDiscriminatedUnion)
    return body.options.map((one) => ofKind(endpoint, shapeOf(one)));
  return [
    {
      ...formOf(endpoint, endpoint, changesOf(endpoint, shapeOf(body))),
      async make(ground) {
        const call = await REQUESTS[endpoint](ground);
        const [seen] = (call.body as { expected: readonly Subject[] }).expected;
        return { kind: seen!.kind, id: Number(call.params?.id) };
      },
    },
  ];
}

/** One route for many kinds of set-up records. */
function ofKind(endpoint: EndpointName, shape: Shape): Target {
  const kind = (shape.kind as z.ZodLiteral<SetupKind>).value;
  return {
    ...formOf(`${endpoint} ${kind}`, endpoint, changesOf(endpoint, shape), { kind }),
    make: async (ground) => ({
      kind,
      id: kind === 'eventPattern' ? await eventsOfPriya(ground) : ground.mine.setup[kind],
    }),
  };
}

/** The ground's are Ana's, and the visits that are edited beside are hers: events in their hours would refuse them. */
async function eventsOfPriya({ company }: Ground): Promise<Id> {
  const [, , priya] = company.technicianIds as [Id, Id, Id];
  const kind = 'eventPattern';
  const { record } = await company.person('admin').call('workPatterns.create', {
    key: `events ${++patterns}`,
    body: { kind, values: { ...setupExamples(company)[kind], technicianId: priya } },
  });
  return record.id;
}
let patterns = 0;

function changesOf(endpoint: EndpointName, { changes }: Shape): Shape {
  if (!changes) throw new Error(`${endpoint} is a PATCH without changes`);
  return shapeOf(changes instanceof z.ZodDefault ? changes.unwrap() : changes);
}

function formOf(name: string, endpoint: EndpointName, shape: Shape, more: object = {}): Omit<Target, 'make'> {
  return {
    name,
    endpoint,
    groups: Object.keys(shape),
    follows: [
      'subStatusId',
      'actualCompletion',
      'raisedBy',
      'approval',
      'takesFromStock',
      'dueDate',
      'tax',
      'paymentTerm',
      'total',
    ],
    edit({ chance, pool, subject, state, fields, token }) {
      const sets = Object.fromEntries(
        fields.map((field) => {
          const before = state[field];
          return [
            field,
            valueFor(chance, field, bare(shape[field]!), {
              kind: subject.kind,
              before,
              pool,
              token: `${token} ${field}`,
            }),
          ];
        }),
      );
      const expected = [{ ...subject, version: state.version }];
      const decides = TOGETHER[subject.kind] ?? {};
      return {
        endpoint,
        call: { params: { id: subject.id }, body: { ...more, expected, changes: sets } },
        sets,
        also: fields.flatMap((field) => decides[field] ?? []).filter((field) => !fields.includes(field)),
      };
    },
  };
}

/** Without `optional`: what a field may be when it is given. */
const bare = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
