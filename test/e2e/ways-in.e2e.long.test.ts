/** The ways into the extension beside its button: context menu, shortcuts, files of this machine; and copying as text. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeViolations } from './harness/axe';
import { samplesFolder } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { servedFolder } from './harness/for-file';
import { shippedExtension } from './harness/shipped-extension';

const extension = shippedExtension();
const samples = servedFolder(samplesFolder);

/** Menu and shortcuts are the browser's: their word is given as the browser would give it. */
async function say(
  listener: 'contextMenus.onClicked' | 'commands.onCommand',
  word: unknown,
  page: Page,
): Promise<void> {
  const tab = await extension.tabId(page);
  await (await extension.worker()).evaluate(
    async ([path, said, id]) => {
      const [area, event] = path.split('.') as ['commands', 'onCommand'];
      const heard = chrome[area][event] as unknown as { dispatch(word: unknown, tab: unknown): void };
      heard.dispatch(said, await chrome.tabs.get(id));
    },
    [listener, word, tab] as const,
  );
}

test('each entry of the context menu leads where it says', async () => {
  const page = await openPage(extension, samples.address('planted-2024.html'));
  for (const [entry, leads] of [
    ['open-app', '/pwa/index.html'],
    ['open-rounds', '/extension/round/index.html'],
    ['open-welcome', '/extension/welcome/index.html'],
  ] as const) {
    const opening = extension.context.waitForEvent('page');
    await say('contextMenus.onClicked', { menuItemId: entry }, page);
    const opened = await opening;
    await opened.waitForURL(`**${leads}`);
    await opened.close();
  }
  const opening = extension.context.waitForEvent('page');
  await say('commands.onCommand', 'open-app', page);
  await (await opening).waitForURL('**/pwa/index.html');
});

test('the shortcuts are those that the manifest names, and the browser knows them', async () => {
  const commands = await (await extension.worker()).evaluate(() => chrome.commands.getAll());
  expect(commands.map(({ name, shortcut }) => [name, shortcut])).toEqual([
    ['_execute_action', 'Alt+Shift+G'],
    ['open-app', 'Alt+Shift+K'],
  ]);
});

test('copied as text: head, coverage, each finding with its sums and source', async () => {
  const page = await openPage(extension, samples.address('planted-2024.html'));
  const panel = await checkPage(extension, page, '37');
  await panel.locator('h1').click();
  await panel.keyboard.press('c');
  await panel.getByText('已复制为文字').waitFor();
  await panel.getByRole('button', { name: /自然人列填 12/ }).click();
  // Pasted where there is room for lines.
  await panel.evaluate(() => {
    const field = document.body.appendChild(document.createElement('textarea'));
    field.id = 'pasted';
    field.focus();
  });
  await panel.keyboard.press('Control+v');
  const text = await panel.locator('#pasted').inputValue();
  expect(text).toMatch(/^示例县人民政府 2024/);
  expect(text).toContain(samples.address('planted-2024.html'));
  expect(text).toContain('表三“予以公开”行：22 ≠ 12＋1＋0＋0＋0＋0＝13，差 9');
  expect(text.match(/^\d+\. \[错误\]/gm)).toHaveLength(4);
  expect(text).toContain('依据：');
});

const file = pathToFileURL(join(samplesFolder, 'planted-2024.html')).href;

test('a file of this machine: checked; where the browser keeps us out, why, the way to its settings, and the app to open it in', async () => {
  const page = await openPage(extension, file);
  const panel = await checkPage(extension, page, '37');
  // Taking that leave away ends an extension that was loaded by the command line: the state it would come to is set by hand.
  await (await extension.worker()).evaluate(
    (id) =>
      chrome.storage.session.set({ [`tab:${id}`]: { phase: 'refused', at: Date.now(), why: 'file', reason: '' } }),
    await extension.tabId(page),
  );
  await panel.getByText('这是本机文件').waitFor();
  expect(await axeViolations(panel)).toEqual([]);
  const settings = extension.context.waitForEvent('page');
  await panel.getByRole('button', { name: '打开扩展管理页' }).click();
  await (await settings).waitForURL(`chrome://extensions/?id=${extension.id}`);
  const link = panel.getByRole('link', { name: '打开勾稽的应用' });
  const app = await openPage(extension, (await link.getAttribute('href')) ?? '');
  await app.locator('input[type="file"]').first().setInputFiles(join(samplesFolder, 'planted-2024.html'));
  await app.locator('.report').getByText('自然人列填 12').first().waitFor();
});
