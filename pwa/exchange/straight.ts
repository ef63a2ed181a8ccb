/**
 * Straight to the extension, where its build names the origin of this app: only to such pages does a browser give a way
 * to speak to it. Everywhere else the bridge that a click puts into the page carries the messages.
 */
import type { HandoverMessage } from '../../core/exchange/handover';

interface Way {
  sendMessage(extension: string, message: HandoverMessage): Promise<unknown>;
}

/** The browser may stop the extension's worker in the middle of an answer: asked again, it starts another. */
const TRIES = 4;
const PAUSE = 300;

/** The answer; undefined where nobody gives one. */
export async function tellExtension(message: HandoverMessage, tries = TRIES): Promise<unknown> {
  const way = (globalThis as { chrome?: { runtime?: Partial<Way> } }).chrome?.runtime;
  if (way?.sendMessage === undefined) return undefined;
  for (let left = tries; left > 0; left--) {
    try {
      const answer = await way.sendMessage(__EXTENSION_ID__, message);
      if (answer !== undefined) return answer;
    } catch {
      // Not installed, or stopped: the next try tells which.
    }
    if (left > 1) await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return undefined;
}
