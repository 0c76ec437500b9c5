/** Several visits moved in one step, and visits made from others. */
import type { QueryClient } from '@tanstack/react-query';
import type { BoardDay } from '#contract/board.ts';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import { api } from '../lib/api.ts';
import { boardQueries } from './board.ts';
import { cardOfVisit, cardsOfVisits, writesCards } from './jobs.ts';
import { putSpan } from './live/fold-board.ts';
import { type Based, write } from './write.ts';

type Written = ResultOf<'appointments.rearrange'>;
export type Rearrangement = Based & Omit<BodyIn<'appointments.rearrange'>, 'expected'>;
export type Absorption = Based & Omit<BodyIn<'timeOff.absorb'>, 'expected'>;
type Making<N extends 'appointments.split' | 'appointments.duplicate'> = Based & { id: number } & Omit<
    BodyIn<N>,
    'expected'
  >;

const make = <N extends 'appointments.split' | 'appointments.duplicate'>(name: N) =>
  write<Making<N>, Written>({
    key: ['jobs', 'command', name],
    scope: 'board',
    on: ({ id }, client) => cardOfVisit(client, id),
    send: ({ id, expected: _formBase, ...body }, { expected, idempotencyKey }) =>
      // The bodies differ only in fields that N ties to the name.
      api.call(name as 'appointments.duplicate', {
        params: { id },
        body: { ...body, expected },
        idempotencyKey,
      }),
    ...writesCards,
  });

const cardsOf = ({ moves }: Pick<Rearrangement, 'moves'>, client: QueryClient) =>
  cardsOfVisits(
    client,
    moves.map(({ appointmentId }) => appointmentId),
  );

export const arrangementMutations = {
  rearrange: () =>
    write<Rearrangement, Written>({
      key: ['jobs', 'command', 'appointments.rearrange'],
      // Behind moves that are still under way.
      scope: 'board',
      on: cardsOf,
      send: ({ expected: _formBase, ...body }, { expected, idempotencyKey }) =>
        api.call('appointments.rearrange', { body: { ...body, expected }, idempotencyKey }),
      ...writesCards,
    }),
  absorb: () =>
    write<Absorption, ResultOf<'timeOff.absorb'>>({
      key: ['jobs', 'command', 'timeOff.absorb'],
      scope: 'board',
      on: cardsOf,
      send: ({ expected: _formBase, ...body }, { expected, idempotencyKey }) =>
        api.call('timeOff.absorb', { body: { ...body, expected }, idempotencyKey }),
      ...writesCards,
      apply: (client, result) => {
        writesCards.apply(client, result);
        client.setQueriesData<BoardDay>(
          { queryKey: boardQueries.days() },
          (day) => day && putSpan(day, 'timeOff', result.timeOff),
        );
      },
      versionsIn: (result) => [
        ...writesCards.versionsIn(result),
        { kind: 'timeOff' as const, ...result.timeOff },
      ],
    }),
  split: () => make('appointments.split'),
  duplicate: () => make('appointments.duplicate'),
};
