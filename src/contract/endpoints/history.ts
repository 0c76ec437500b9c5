/** Schemas of history and undo. */
import { z } from 'zod';
import { pastBoardDay, pastBoardQuery } from '../board.ts';
import type { Schemas } from '../endpoint.ts';
import * as history from '../history.ts';
import { HISTORY_KINDS } from '../history-kinds.ts';
import * as moves from '../moves.ts';
import type { history as rows } from '../routes/history.ts';
import { idText, instant } from '../scalars.ts';

export const historySchemas = {
  'history.get': {
    params: z.strictObject({ kind: z.enum(HISTORY_KINDS), id: idText }),
    responses: { 200: history.history },
  },
  'history.at': {
    params: z.strictObject({ kind: z.enum(HISTORY_KINDS), id: idText }),
    query: z.strictObject({ at: instant }),
    responses: { 200: history.recordAt },
  },
  'board.at': {
    query: pastBoardQuery,
    responses: { 200: pastBoardDay },
  },
  'moves.list': {
    query: moves.movesQuery,
    responses: { 200: moves.moves },
  },
  'operations.list': {
    responses: { 200: history.operations },
  },
  'operations.undo': {
    body: history.undo,
    responses: { 200: history.undone },
  },
  'operations.redo': {
    body: history.redo,
    responses: { 200: history.redone },
  },
} as const satisfies Record<keyof typeof rows, Schemas>;
