/** Schemas of what vendors sell. */
import { z } from 'zod';
import * as catalogue from '../catalogue.ts';
import type { Schemas } from '../endpoint.ts';
import * as imported from '../list-imported.ts';
import type { catalogue as rows } from '../routes/catalogue.ts';
import { pageQuery } from '../scalars.ts';
import { byId } from './by-id.ts';

const found = z.strictObject({
  q: z.string().max(200).optional(),
  /** Those taken out of it. */
  active: z.literal('false').optional(),
  ...pageQuery,
});

export const catalogueSchemas = {
  'vendors.catalogue': {
    params: byId,
    query: found,
    responses: { 200: catalogue.cataloguePage },
  },
  'vendors.exportCatalogue': { params: byId, responses: { 200: null } },
  'vendors.checkCatalogueImport': {
    params: byId,
    body: imported.checkImport,
    responses: { 200: imported.importChecked },
  },
  'vendors.importCatalogue': {
    params: byId,
    body: imported.writeImport,
    responses: { 200: imported.listImported },
  },
  'skus.vendors': {
    params: byId,
    query: found,
    responses: { 200: catalogue.cataloguePage },
  },
  'catalogue.create': {
    body: catalogue.addCatalogueItem,
    responses: { 201: catalogue.catalogueItemWritten },
  },
  'catalogue.update': {
    params: byId,
    body: catalogue.updateCatalogueItem,
    responses: { 200: catalogue.catalogueItemWritten },
  },
} as const satisfies Record<keyof typeof rows, Schemas>;
