/** Whether some window of this app is reading files now: what it has not done yet is not left behind. */
const NAME = 'gouji-intake';

/** Browsers have locks in secure contexts only. Without them two windows may read one file twice, which does no harm. */
function locks(): LockManager | undefined {
  return 'locks' in navigator ? navigator.locks : undefined;
}

export async function whileAtWork(run: () => Promise<void>): Promise<void> {
  const manager = locks();
  // Shared: each window reads its own files.
  if (manager === undefined) await run();
  else await manager.request(NAME, { mode: 'shared' }, run);
}

export async function isAtWorkElsewhere(): Promise<boolean> {
  const held = (await locks()?.query())?.held ?? [];
  return held.some(({ name }) => name === NAME);
}
