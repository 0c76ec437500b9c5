/** Schemas of customers, locations and contacts. */
import { z } from 'zod';
import * as calls from '../call.ts';
import * as customers from '../customer.ts';
import { customerOverview } from '../customer-overview.ts';
import type { Schemas } from '../endpoint.ts';
import type { customers as rows } from '../routes/customers.ts';
import { id, idText, pageQuery, requiredText } from '../scalars.ts';
import { byId } from './by-id.ts';

export const customersSchemas = {
  'customers.list': {
    query: z.strictObject({
      q: z.string().max(200).optional(),
      /** Those taken out of use; a search then finds both. */
      active: z.literal('false').optional(),
      /** Where nobody has all of it: those who have most of it, with what they do not have (`notFound`). */
      nearly: z.literal('true').optional(),
      ...pageQuery,
    }),
    responses: { 200: customers.customerPage },
  },
  'customers.get': {
    params: byId,
    responses: { 200: customers.customer },
  },
  'customers.matches': {
    query: customers.customerDraft,
    responses: { 200: customers.customerMatches },
  },
  'customers.overview': {
    params: byId,
    responses: { 200: customerOverview },
  },
  'customers.create': {
    body: customers.newCustomer,
    responses: { 201: customers.customerWritten },
  },
  'customers.update': {
    params: byId,
    body: customers.updateCustomer,
    responses: { 200: customers.customerWritten },
  },
  'customers.merge': {
    params: byId,
    body: customers.mergeCustomers,
    responses: { 200: customers.customersMerged },
  },
  'locations.create': {
    body: customers.addLocation,
    responses: { 201: customers.customerWritten },
  },
  'locations.zone': {
    query: z.strictObject({ zip: requiredText(10) }),
    responses: { 200: z.strictObject({ zoneId: id.nullable() }) },
  },
  'locations.update': {
    params: byId,
    body: customers.updateLocation,
    responses: { 200: customers.customerWritten },
  },
  'contacts.create': {
    body: customers.addContact,
    responses: { 201: customers.customerWritten },
  },
  'contacts.update': {
    params: byId,
    body: customers.updateContact,
    responses: { 200: customers.customerWritten },
  },
  'calls.list': {
    query: z.strictObject({ customerId: idText.optional(), ...pageQuery }),
    responses: { 200: calls.callPage },
  },
  'calls.record': {
    body: calls.newCall,
    responses: { 201: calls.callRecorded },
  },
} as const satisfies Record<keyof typeof rows, Schemas>;
