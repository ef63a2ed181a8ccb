import type { Server } from 'node:http';

export function serve(
  folder: string,
  options: { from: number; fallback?: string | undefined },
): Promise<{ port: number; server: Server }>;
