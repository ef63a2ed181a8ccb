import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** The file for an address, or null. Never one outside the folder. */
export function fileFor(folder, url, fallback) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null; // not an address
  }
  if (path.includes('\0')) return null;
  const file = normalize(join(folder, path));
  if (file !== folder && !file.startsWith(folder + sep)) return null;
  const found = [file, join(file, 'index.html')].find((each) => existsSync(each) && statSync(each).isFile());
  // A deep link of the app is a page of its own, a missing script is not.
  return found ?? (fallback !== undefined && extname(path) === '' ? join(folder, fallback) : null);
}

/** Serves a folder to this machine alone, at the first free port from `from` on. Resolves to the port and the server. */
export async function serve(folder, { from, fallback }) {
  const server = createServer((request, response) => {
    const file =
      request.method === 'GET' || request.method === 'HEAD' ? fileFor(folder, request.url ?? '/', fallback) : null;
    if (file === null) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('没有这个页面 Not found\n');
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
    });
    if (request.method === 'HEAD') response.end();
    else
      createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response);
  });
  for (let port = from; port < from + 100; port++) {
    if (await listens(server, port)) return { port, server };
  }
  throw new Error(`端口 ${from}–${from + 99} 均被占用 No free port from ${from} to ${from + 99}.`);
}

function listens(server, port) {
  return new Promise((resolve, reject) => {
    const refused = (error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    server.once('error', refused);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', refused);
      resolve(true);
    });
  });
}
