/**
 * A shared folder in the browser's own file system, given in place of the one that a person would pick: a headless browser
 * has no picker. What a sync program does between two profiles is done by hand.
 */
import type { Page } from 'playwright-core';

const NAME = '年报共享';

/** Before the page loads. `forgetful`: permission is asked for anew at each visit, as after a restart of the browser. */
export async function withFolders(page: Page, options: { readonly forgetful?: boolean } = {}): Promise<void> {
  await page.addInitScript(
    ({ name, forgetful }) => {
      const own = globalThis as unknown as Record<string, unknown>;
      own['showDirectoryPicker'] = async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
      if (!forgetful) return;
      const handle = FileSystemHandle.prototype as unknown as Record<string, unknown>;
      let allowed = sessionStorage.getItem('picked') === null;
      sessionStorage.setItem('picked', 'yes');
      handle['queryPermission'] = async () => (allowed ? 'granted' : 'prompt');
      handle['requestPermission'] = async () => {
        allowed = navigator.userActivation.isActive;
        return allowed ? 'granted' : 'denied';
      };
    },
    { name: NAME, forgetful: options.forgetful === true },
  );
}

export function folderFiles(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async (name) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
    const room = await folder.getDirectoryHandle('gouji', { create: true });
    const files: Record<string, string> = {};
    for await (const file of room.values())
      if (file instanceof FileSystemFileHandle) files[file.name] = await (await file.getFile()).text();
    return files;
  }, NAME);
}

export function putFolderFile(page: Page, file: string, text: string): Promise<void> {
  return page.evaluate(
    async ([name, path, content]) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
      const room = await folder.getDirectoryHandle('gouji', { create: true });
      const writer = await (await room.getFileHandle(path, { create: true })).createWritable();
      await writer.write(content);
      await writer.close();
    },
    [NAME, file, text] as const,
  );
}

/** What a sync program does when both machines are online: each person's file goes to the other. */
export async function carry(from: Page, to: Page): Promise<void> {
  const there = await folderFiles(to);
  for (const [file, text] of Object.entries(await folderFiles(from)))
    if ((there[file] ?? '').length < text.length) await putFolderFile(to, file, text);
}
