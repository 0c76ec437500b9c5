/** History and undo. */
import type { history as rows } from '#contract/routes/history.ts';
import { boardDayAt } from '../history/board-at.ts';
import { movesOf } from '../history/moves.ts';
import { historyOf, recordAsOf } from '../history/queries.ts';
import { redo, undo } from '../undo/command.ts';
import { redoableOperations, undoableOperations } from '../undo/queries.ts';
import { type Handlers, ok } from './ask.ts';

export const historyHandlers: Handlers<keyof typeof rows> = {
  'history.get': ({ tx, context, params }) => ok(historyOf(tx, context.actor, params.kind, params.id)),
  'history.at': ({ tx, context, params, query }) =>
    ok(recordAsOf(tx, context.actor, params.kind, params.id, query.at)),
  'board.at': ({ tx, context, query }) => ok(boardDayAt(tx, context.actor, query)),
  'moves.list': ({ tx, context, query }) => ok(movesOf(tx, context.actor, query)),
  'operations.list': async ({ tx, context }) => ({
    status: 200,
    body: {
      items: await undoableOperations(tx, context.actor, context.now),
      redoable: await redoableOperations(tx, context.actor, context.now),
    },
  }),
  'operations.undo': ({ tx, context, body }) => ok(undo(tx, context, body)),
  'operations.redo': ({ tx, context, body }) => ok(redo(tx, context, body)),
};
