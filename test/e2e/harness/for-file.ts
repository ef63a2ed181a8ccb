/** What the tests of one file share: made before the first of them, ended after the last. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Site, serveFolder } from './serve';
import { type Answer, type ScriptedSite, serveAnswers } from './site';

/** What is made stands behind what this returns, from the first test on. */
export function forFile<T extends { close(): Promise<void> }>(make: () => Promise<T>): T {
  let making: Promise<T> | undefined;
  let made: T | undefined;
  const own = (): T => {
    if (made === undefined) throw new Error('asked for before the first test');
    return made;
  };
  beforeAll(async () => {
    making = make();
    made = await making;
  });
  // Also what came after the patience of the hook was over; what never came is said there.
  afterAll(async () => (await making?.catch(() => undefined))?.close());
  return new Proxy({} as T, {
    get: (_, name) => Reflect.get(own(), name),
    set: (_, name, value) => Reflect.set(own(), name, value),
  });
}

export function servedFolder(folder: string, fallback?: string): Site {
  return forFile(() => serveFolder(folder, fallback === undefined ? {} : { fallback }));
}

/** Each try of a test has the answers as they were at first, and a site that was asked nothing yet. */
export function scriptedSite(answers: () => Record<string, () => Answer>): ScriptedSite {
  const site = forFile(() => serveAnswers({}));
  beforeEach(() => {
    site.answers = answers();
    site.asked.length = 0;
  });
  return site;
}

export interface TemporaryFolder {
  file(name: string): string;
  close(): Promise<void>;
}

export function temporaryFolder(): TemporaryFolder {
  return forFile(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gouji-test-'));
    return { file: (name) => join(folder, name), close: () => rm(folder, { recursive: true, force: true }) };
  });
}
