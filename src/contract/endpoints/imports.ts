/** Schemas of imports. */
import { z } from 'zod';
import { RECORD_KINDS } from '#domain/import-records/record-kinds.ts';
import type { Schemas } from '../endpoint.ts';
import * as imports from '../import.ts';
import { ROW_FATES } from '../import-kinds.ts';
import type { imports as rows } from '../routes/imports.ts';
import { pageQuery } from '../scalars.ts';
import { byId } from './by-id.ts';

export const importsSchemas = {
  'imports.list': {
    responses: { 200: imports.imports },
  },
  'imports.upload': {
    query: z.strictObject({ fileName: z.string().min(1).max(200) }),
    responses: { 201: imports.importState },
  },
  'imports.uploadRecords': {
    params: z.strictObject({ what: z.enum(RECORD_KINDS) }),
    query: z.strictObject({ fileName: z.string().min(1).max(200) }),
    responses: { 201: imports.importState },
  },
  'imports.get': {
    params: byId,
    responses: { 200: imports.importState },
  },
  'imports.check': {
    params: byId,
    body: imports.importMapping,
    responses: { 202: imports.importState },
  },
  'imports.rows': {
    params: byId,
    query: z.strictObject({ fate: z.enum(ROW_FATES).optional(), ...pageQuery }),
    responses: { 200: imports.importRows },
  },
  'imports.run': {
    params: byId,
    responses: { 202: imports.importState },
  },
  'imports.cancel': {
    params: byId,
    responses: { 200: imports.importState },
  },
  'imports.undo': {
    params: byId,
    responses: { 202: imports.importState },
  },
  'imports.result': {
    params: byId,
    responses: { 200: null },
  },
} as const satisfies Record<keyof typeof rows, Schemas>;
