/** Templates of purchase orders. */
import type { orderTemplates as rows } from '#contract/routes/order-templates.ts';
import {
  changeTemplate,
  createTemplate,
  deleteTemplate,
  templateById,
  templateList,
} from '../order-templates/templates.ts';
import { created, type Handlers, idOf, ok } from './ask.ts';

export const orderTemplatesHandlers: Handlers<keyof typeof rows> = {
  'orderTemplates.list': ({ tx, context }) => ok(templateList(tx, context)),
  'orderTemplates.get': ({ tx, context, params }) => ok(templateById(tx, context, idOf(params))),
  'orderTemplates.create': ({ tx, context, body }) => created(createTemplate(tx, context, body)),
  'orderTemplates.change': ({ tx, context, params, body }) =>
    ok(changeTemplate(tx, context, idOf(params), body)),
  'orderTemplates.delete': async ({ tx, context, params }) => {
    const id = idOf(params);
    await deleteTemplate(tx, context, id);
    return { status: 200, body: { id } };
  },
};
