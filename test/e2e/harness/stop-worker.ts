/** The service worker ended from outside, as the browser does whenever it likes. */
import type { Extension } from './browser';

/** False where none was running. */
export async function stopWorker(extension: Extension): Promise<boolean> {
  const session = await extension.context.browser()?.newBrowserCDPSession();
  const { targetInfos } = (await session?.send('Target.getTargets')) ?? { targetInfos: [] };
  const target = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(extension.id));
  if (target !== undefined)
    await session?.send('Target.closeTarget', { targetId: target.targetId }).catch(() => undefined);
  await session?.detach();
  return target !== undefined;
}
