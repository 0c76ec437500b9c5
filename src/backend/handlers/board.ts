/** Set-up lists, the day of the board, spans of time. */
import type { board as rows } from '#contract/routes/board.ts';
import type { SpanKind } from '#domain/schedule/spans.ts';
import { boardDay } from '../board/queries.ts';
import { setupLists } from '../setup/queries.ts';
import { absorb } from '../time-spans/absorb.ts';
import { addSpan, changeSpan, type SpanWritten } from '../time-spans/commands.ts';
import { created, type Handlers, idOf, ok } from './ask.ts';

const span = async (kind: Exclude<SpanKind, 'shift'>, written: Promise<SpanWritten>) => {
  const { record, ...rest } = await written;
  return { ...rest, [kind]: record };
};
/** A shift takes no time, so there is nothing it shares it with. */
const shift = async (written: Promise<SpanWritten>) => {
  const { operationId, merged, record } = await written;
  return { operationId, merged, shift: record };
};

export const boardHandlers: Handlers<keyof typeof rows> = {
  'setup.get': ({ tx }) => ok(setupLists(tx)),
  'board.day': ({ tx, context, query }) => ok(boardDay(tx, context.actor, query)),
  'timeOff.add': ({ tx, context, body }) => created(span('timeOff', addSpan(tx, context, 'timeOff', body))),
  'timeOff.absorb': ({ tx, context, body }) => created(absorb(tx, context, body)),
  'timeOff.change': ({ tx, context, params, body }) =>
    ok(span('timeOff', changeSpan(tx, context, 'timeOff', idOf(params), body))),
  'nonJobEvents.add': ({ tx, context, body }) =>
    created(span('nonJobEvent', addSpan(tx, context, 'nonJobEvent', body))),
  'nonJobEvents.change': ({ tx, context, params, body }) =>
    ok(span('nonJobEvent', changeSpan(tx, context, 'nonJobEvent', idOf(params), body))),
  'shifts.add': ({ tx, context, body }) => created(shift(addSpan(tx, context, 'shift', body))),
  'shifts.change': ({ tx, context, params, body }) =>
    ok(shift(changeSpan(tx, context, 'shift', idOf(params), body))),
};
