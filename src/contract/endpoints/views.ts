/** Schemas of saved views. */
import { z } from 'zod';
import type { Schemas } from '../endpoint.ts';
import type { views as rows } from '../routes/views.ts';
import * as views from '../saved-view.ts';
import { byId } from './by-id.ts';

export const viewsSchemas = {
  'views.list': { query: z.strictObject({ page: views.viewPage }), responses: { 200: views.savedViews } },
  'views.create': { body: views.newView, responses: { 201: views.savedView } },
  'views.change': { params: byId, body: views.changeView, responses: { 200: views.savedView } },
  'views.delete': { params: byId, responses: { 204: null } },
} as const satisfies Record<keyof typeof rows, Schemas>;
