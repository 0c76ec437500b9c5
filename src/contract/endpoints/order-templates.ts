/** Schemas of templates of purchase orders. */
import { z } from 'zod';
import type { Schemas } from '../endpoint.ts';
import * as templates from '../order-template.ts';
import type { orderTemplates as rows } from '../routes/order-templates.ts';
import { id } from '../scalars.ts';
import { byId } from './by-id.ts';

export const orderTemplatesSchemas = {
  'orderTemplates.list': { responses: { 200: templates.orderTemplates } },
  'orderTemplates.get': { params: byId, responses: { 200: templates.orderTemplate } },
  'orderTemplates.create': {
    body: templates.newOrderTemplate,
    responses: { 201: templates.orderTemplate },
  },
  'orderTemplates.change': {
    params: byId,
    body: templates.changeOrderTemplate,
    responses: { 200: templates.orderTemplate },
  },
  'orderTemplates.delete': { params: byId, responses: { 200: z.strictObject({ id }) } },
} as const satisfies Record<keyof typeof rows, Schemas>;
