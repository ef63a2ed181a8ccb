/** A folder served to this machine, each on a port (so an origin) of its own. */
import { serve } from '../../../scripts/lib/serve.mjs';

export interface Site {
  readonly origin: string;
  address(path: string): string;
  close(): Promise<void>;
}

/** `from` only keeps test files apart; the next free port is taken. */
export async function serveFolder(folder: string, options: { from?: number; fallback?: string } = {}): Promise<Site> {
  const { port, server } = await serve(folder, { from: options.from ?? 4300, fallback: options.fallback });
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    address: (path) => `${origin}/${path}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}
