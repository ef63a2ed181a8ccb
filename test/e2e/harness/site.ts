/** A small site whose answers a test decides, and that remembers what it was asked. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Nothing is answered before. */
  readonly until?: Promise<void>;
}

export const html = (body: string): Answer => ({ headers: { 'content-type': 'text/html; charset=utf-8' }, body });

export interface ScriptedSite {
  readonly origin: string;
  /** Paths asked for, in order, and when. */
  readonly asked: { readonly path: string; readonly at: number }[];
  answers: Record<string, () => Answer>;
  address(path: string): string;
  close(): Promise<void>;
}

export async function serveAnswers(answers: Record<string, () => Answer>): Promise<ScriptedSite> {
  const asked: { path: string; at: number }[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    asked.push({ path, at: Date.now() });
    const answer: Answer = site.answers[path]?.() ?? { status: 404, body: 'not found' };
    const { status = 200, headers = {}, body = '', until } = answer;
    const send = (): void => void response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
    if (until === undefined) send();
    else void until.then(send);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const site: ScriptedSite = {
    origin,
    asked,
    answers,
    address: (path) => `${origin}${path}`,
    close: () => close(server),
  };
  return site;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.closeAllConnections();
    server.close((error) => (error === undefined ? resolve() : reject(error)));
  });
}
