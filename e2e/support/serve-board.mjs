// Builds the bench page and serves it at http://127.0.0.1:5055/board.html under the app's CSP.
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const dist = fileURLToPath(new URL('../../dist/bench/', import.meta.url));
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };
// security-and-faults R49. /strict/board.html has it to the letter. /board.html differs in one word: the
// shared runner waits with strings that Playwright evaluates inside the page, from a timer.
const csp = (scripts) =>
  `default-src 'none'; script-src ${scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'`;

/** Resolves with the listening server. */
export async function serveBoard(port = 5055) {
  await build({ configFile: fileURLToPath(new URL('../bench/vite.bench.config.ts', import.meta.url)) });
  const server = http.createServer(async (request, response) => {
    const asked = path.normalize(new URL(request.url ?? '/', 'http://bench').pathname);
    const strict = asked.startsWith('/strict/');
    const name = strict ? asked.slice('/strict'.length) : asked;
    const scripts = strict ? "'self'" : "'self' 'unsafe-eval'";
    const headers = { 'content-security-policy': csp(scripts), 'x-content-type-options': 'nosniff' };
    if (name === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
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
