/** Schemas of set-up, the board's day, and spans of time. */
import * as board from '../board.ts';
import type { Schemas } from '../endpoint.ts';
import { absorb, absorbed } from '../rearrangement.ts';
import type { board as rows } from '../routes/board.ts';
import * as set from '../setup.ts';
import { byId } from './by-id.ts';

export const boardSchemas = {
  'setup.get': {
    responses: { 200: set.setup },
  },
  'board.day': {
    query: board.boardQuery,
    responses: { 200: board.boardDay },
  },
  'timeOff.add': {
    body: board.newLabelledSpan,
    responses: { 201: board.timeOffWritten },
  },
  'timeOff.absorb': {
    body: absorb,
    responses: { 201: absorbed },
  },
  'timeOff.change': {
    params: byId,
    body: board.changeLabelledSpan,
    responses: { 200: board.timeOffWritten },
  },
  'nonJobEvents.add': {
    body: board.newLabelledSpan,
    responses: { 201: board.nonJobEventWritten },
  },
  'nonJobEvents.change': {
    params: byId,
    body: board.changeLabelledSpan,
    responses: { 200: board.nonJobEventWritten },
  },
  'shifts.add': {
    body: board.newShift,
    responses: { 201: board.shiftWritten },
  },
  'shifts.change': {
    params: byId,
    body: board.changeShift,
    responses: { 200: board.shiftWritten },
  },
} as const satisfies Record<keyof typeof rows, Schemas>;
