/** Schemas of who is signed in, the users, the contract and the change feed. */
import { z } from 'zod';
import type { Schemas } from '../endpoint.ts';
import * as history from '../history.ts';
import type { session as rows } from '../routes/session.ts';
import * as sessions from '../session.ts';
import { byId } from './by-id.ts';

export const sessionSchemas = {
  'session.signIn': {
    body: sessions.signIn,
    responses: { 200: sessions.currentUser },
  },
  'session.signOut': {
    responses: { 204: null },
  },
  'session.user': {
    responses: { 200: sessions.currentUser },
  },
  'session.list': {
    responses: { 200: sessions.sessions },
  },
  'session.end': {
    params: z.strictObject({ key: z.string().regex(/^[0-9a-f]{12}$/) }),
    responses: { 204: null },
  },
  'session.changePassword': {
    body: sessions.changePassword,
    responses: { 204: null },
  },
  'session.setupState': {
    responses: { 200: sessions.setupState },
  },
  'session.firstAdmin': {
    body: sessions.firstAdmin,
    responses: { 201: sessions.currentUser },
  },
  'users.list': {
    responses: { 200: sessions.users },
  },
  'users.create': {
    body: sessions.newUser,
    responses: { 201: sessions.user },
  },
  'users.change': {
    params: byId,
    body: sessions.changeUser,
    responses: { 200: sessions.user },
  },
  'openapi.get': {
    responses: { 200: z.record(z.string(), z.unknown()) },
  },
  'events.stream': {
    query: z.strictObject({ after: z.string().max(60).optional() }),
    responses: { 200: history.changeEvent },
  },
} as const satisfies Record<keyof typeof rows, Schemas>;
