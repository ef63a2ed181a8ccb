/** Megabytes of JavaScript in use: of a page, and of its worker, by the protocol of the developer tools. */
import type { CDPSession } from 'playwright-core';

const MEGABYTE = 1024 * 1024;

/** `collected`: after a forced collection. */
export async function heapOf(session: CDPSession, collected = true): Promise<number> {
  if (collected) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / MEGABYTE;
}

/** The worker has a session of its own, which only messages reach. */
export async function watchWorkerHeap(session: CDPSession): Promise<(collected?: boolean) => Promise<number | null>> {
  let id: string | null = null;
  let last = 0;
  const waiting = new Map<number, (result: { usedSize?: number }) => void>();
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') id = sessionId;
  });
  session.on('Target.detachedFromTarget', ({ sessionId }) => {
    if (id === sessionId) id = null;
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const said = JSON.parse(message) as { id?: number; result?: { usedSize?: number } };
    if (said.id !== undefined) waiting.get(said.id)?.(said.result ?? {});
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const ask = async (method: string): Promise<{ usedSize?: number }> => {
    last += 1;
    const own = last;
    const answer = new Promise<{ usedSize?: number }>((resolve) => waiting.set(own, resolve));
    const message = JSON.stringify({ id: own, method });
    await session.send('Target.sendMessageToTarget', { sessionId: id ?? '', message });
    return Promise.race([answer, new Promise<{ usedSize?: number }>((resolve) => setTimeout(resolve, 5000, {}))]);
  };
  return async (collected = true) => {
    if (id === null) return null;
    if (collected) await ask('HeapProfiler.collectGarbage');
    const { usedSize } = await ask('Runtime.getHeapUsage');
    return usedSize === undefined ? null : usedSize / MEGABYTE;
  };
}
