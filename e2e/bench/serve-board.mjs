// Builds the bench page and serves it at http://127.0.0.1:5055/board.html under the app's strict CSP.
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const dist = fileURLToPath(new URL('../../dist/bench/', import.meta.url));
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };
// security-and-faults R49
const csp =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'";

/** Resolves with the listening server. */
export async function serveBoard(port = 5055) {
  await build({ configFile: fileURLToPath(new URL('./vite.bench.config.ts', import.meta.url)) });
  const server = http.createServer(async (request, response) => {
    const name = path.normalize(new URL(request.url ?? '/', 'http://bench').pathname);
    const headers = { 'content-security-policy': csp, 'x-content-type-options': 'nosniff' };
    if (name === '/favicon.ico') return response.writeHead(204).end();
    try {
      const body = await readFile(path.join(dist, name));
      response.writeHead(200, {
        ...headers,
        'content-type': types[path.extname(name)] ?? 'application/octet-stream',
      });
      response.end(body);
    } catch {
      response.writeHead(404, headers).end();
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await serveBoard();
  console.log('http://127.0.0.1:5055/board.html');
}
