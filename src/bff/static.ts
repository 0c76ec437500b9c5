/**
 * The browser's half from `dist/web`. Files are known by name from the start, so no path a client writes is ever
 * looked up on disk. The page itself is public: after a cross-site link the Strict cookie is not there yet (R13).
 */
import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from '#contract/problem.ts';
import type { ResponseHeaders } from './headers.ts';

const SHELL = 'index.html';
/** Screens have plain paths: `/jobs/123`. A dot in the last part means a file, and unknown files are 404 (R50). */
const SCREEN_PATH = /^\/$|^(\/[\w~-][\w.~-]*)*\/[\w~-]+\/?$/;
const SERVER_PATH = /^\/(api|bff)(\/|$)/i;

export async function registerStatic(app: FastifyInstance, root: string, headers: ResponseHeaders) {
  const files = new Set(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((name) => join(root, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => relative(root, path).split(sep).join('/'))
      // Neither source maps nor what somebody left lying about (R63); compressed twins go out under the plain name.
      .filter((name) => !/\.(map|br|gz)$/.test(name) && !/(^|\/)\./.test(name)),
  );
  if (!files.has(SHELL)) throw new Error(`There is no ${SHELL} in ${root}: build the browser half first.`);
  await app.register(fastifyStatic, {
    root,
    serve: false,
    cacheControl: false,
    lastModified: false,
    // A part that cannot be given would be a fault with the file's cache headers on it; nobody needs parts.
    acceptRanges: false,
    // Made by the build: the first load is a fourth as long on the wire.
    preCompressed: true,
  });

  app.get('/*', { config: { kind: 'static' } }, async (request, reply) => {
    const [path = ''] = (request.raw.url ?? '').split('?');
    const name = path.slice(1);
    if (name !== SHELL && files.has(name)) {
      return reply
        .headers(name.startsWith('assets/') ? headers.hashedAsset : headers.asset)
        .sendFile(name, { cacheControl: false });
    }
    if (SERVER_PATH.test(path) || !SCREEN_PATH.test(path)) throw new ProblemError('route.not_found');
    return reply.removeHeader('content-security-policy').headers(headers.html).sendFile(SHELL);
  });
}
