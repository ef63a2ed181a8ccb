import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { launchBrowser, openApp } from './harness/app';
import { hostedApp } from './harness/hosted-app';
import {
  downloaded,
  manyOpinions,
  merge,
  named,
  offline,
  openSharing,
  preview,
  refusal,
  review,
  withReport,
} from './harness/sharing';
import { kept, putOpinions } from './harness/store';

const hosted = hostedApp(4900);

async function person(name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await hosted.open('', options);
  return named(page, hosted.site.origin, name);
}

async function makeLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: '生成链接' }).click();
  await page.locator('.link-text').waitFor();
  return page.locator('.link-text').inputValue();
}

describe('by file', () => {
  it('two who review the same report apart end equal, and both see both words', async () => {
    const wang = await person('王');
    const li = await person('李');
    await withReport(wang, hosted.site.origin, 'planted-2024.html');
    await withReport(li, hosted.site.origin, 'planted-2024.html');
    await offline(wang, li);
    await review(wang, '1');
    await review(li, '4');
    await openSharing(wang);
    await openSharing(li);
    const ofWang = await downloaded(wang, '导出 .gouji 文件');
    const ofLi = await downloaded(li, '导出 .gouji 文件');
    await wang.locator('.bundle-input').setInputFiles(ofLi);
    const shown = await preview(wang);
    expect(shown).toContain('新意见 1 条');
    expect(shown).toMatch(/与本机不同的结论 1 处[\s\S]*示例县人民政府 2024 年报/);
    expect(shown).toMatch(/王：属实待改 → 对方 李：已整改/);
    await merge(wang);
    await li.locator('.bundle-input').setInputFiles(ofWang);
    await preview(li);
    await merge(li);
    const [mine, theirs] = [await kept(wang), await kept(li)];
    expect(mine).toEqual(theirs);
    expect(mine.words).toHaveLength(2);
    for (const page of [wang, li]) {
      await page.goBack();
      const said = page.locator('.opinions');
      await expect
        .poll(() => said.innerText())
        .toMatch(/属实待改[\s\S]*王[\s\S]*已整改[\s\S]*李|已整改[\s\S]*李[\s\S]*属实待改[\s\S]*王/);
    }
  });

  it('a merge is undone, and only that; met again it comes in again', async () => {
    const wang = await person('王');
    await withReport(wang, hosted.site.origin, 'planted-2024.html');
    await review(wang, '1');
    await openSharing(wang);
    const file = await downloaded(wang, '导出 .gouji 文件');
    const li = await person('李');
    await withReport(li, hosted.site.origin, 'liaozi-township-2024.txt');
    await openSharing(li);
    const before = await kept(li);
    for (let round = 0; round < 2; round++) {
      await li.locator('.bundle-input').setInputFiles(file);
      await preview(li);
      await merge(li);
      expect((await kept(li)).reports).toHaveLength(2);
      if (round === 0) await li.locator('.toasts').getByRole('button', { name: '撤销' }).click();
      else await li.locator('.merges').getByRole('button', { name: '撤销' }).first().click();
      await li.getByText('已取走报告 1 份、意见 1 条').waitFor();
      expect(await kept(li)).toEqual(before);
    }
    await li.reload();
    await expect.poll(() => li.locator('.merges li', { hasText: '已撤销' }).count()).toBe(2);
  });
});

describe('by link', () => {
  it('with a passphrase: a wrong one is said, the right one opens, and no server sees any of it', async () => {
    const wang = await person('王');
    await withReport(wang, hosted.site.origin, 'planted-2024.html');
    await review(wang, '1');
    await openSharing(wang);
    await wang.getByLabel('链接和二维码的口令').fill('夏至 2026');
    const link = await makeLink(wang);
    expect(await wang.locator('.made').innerText()).toContain('内容已用口令加密');
    const li = await person('李');
    const asked: string[] = [];
    li.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
    await li.goto(link);
    await li.getByLabel('口令').fill('夏至 2025');
    await li.keyboard.press('Enter');
    await li.getByText('口令不对').waitFor();
    await li.getByLabel('口令').fill('夏至 2026');
    await li.getByRole('button', { name: '解开' }).click();
    expect(await preview(li)).toMatch(/新报告 1 份[\s\S]*示例县人民政府 2024 年报[\s\S]*王：1 条/);
    await merge(li);
    // The link has left the address, so that going back does not open it again.
    await li.waitForURL(/#\/exchange$/);
    expect(await kept(li)).toEqual(await kept(wang));
    expect(asked.filter((url) => url.includes('receive/'))).toEqual([]);
  });

  it('without one: opened by pasting, back and forth until both are equal', async () => {
    const wang = await person('王');
    const li = await person('李');
    await withReport(wang, hosted.site.origin, 'planted-2024.html');
    await review(wang, '1');
    await openSharing(wang);
    for (const [from, to] of [
      [wang, li],
      [li, wang],
    ] as const) {
      await openSharing(to);
      await to.getByLabel('粘贴同事的链接').fill(`你好，请看：${await makeLink(from)} 谢谢`);
      await to.keyboard.press('Enter');
      const said = await preview(to);
      if (to === li) await merge(to);
      else expect(said).toContain('没有新内容');
    }
    expect(await kept(li)).toEqual(await kept(wang));
  });

  it('cut in half, of a later version, of something else: each is said', async () => {
    const wang = await person('王');
    await withReport(wang, hosted.site.origin, 'planted-2024.html');
    await openSharing(wang);
    const link = await makeLink(wang);
    const start = link.indexOf('#/receive/') + '#/receive/'.length;
    const li = await person('李');
    for (const [address, words] of [
      [link.slice(0, start + (link.length - start) / 2), '链接不完整'],
      [`${link.slice(0, start)}2p${link.slice(start + 2)}`, '更新版本'],
      [`${link.slice(0, start)}hello`, '不是勾稽的链接'],
    ] as const) {
      await li.goto(address);
      await refusal(li, words);
    }
    await openSharing(li);
    await li.getByLabel('粘贴同事的链接').fill('https://example.org/');
    await li.keyboard.press('Enter');
    await li.getByText('没有勾稽的链接').waitFor();
    expect(await kept(li)).toEqual({ reports: [], words: [] });
  });

  it('too much for a link: says the limit and what to do', async () => {
    const wang = await person('王');
    await putOpinions(wang, manyOpinions(3000));
    await openSharing(wang);
    await wang.getByRole('button', { name: '生成链接' }).click();
    await wang.getByText(/装不下：链接要 \d+ 个字符，上限 32000.*请改用文件/).waitFor();
  });

  it('on plain http: no passphrase is offered, a sealed link says why it cannot be opened', async () => {
    const wang = await person('王');
    await withReport(wang, hosted.site.origin, 'planted-2024.html');
    await openSharing(wang);
    const open = await makeLink(wang);
    await wang.getByLabel('链接和二维码的口令').fill('口令');
    const sealed = await makeLink(wang);
    const plain = await launchBrowser(['--host-resolver-rules=MAP gouji.test 127.0.0.1']);
    const app = await openApp(plain, sealed.replace('127.0.0.1', 'gouji.test'));
    await refusal(app.page, '浏览器在此不提供解密');
    await app.page.goto(open.replace('127.0.0.1', 'gouji.test'));
    expect(await preview(app.page)).toContain('新报告 1 份');
    await merge(app.page);
    await app.page.getByText('链接不能加口令').waitFor();
    await app.page.getByText('不能直接使用文件夹').waitFor();
    expect(await app.page.getByRole('button', { name: '选择共享文件夹' }).count()).toBe(0);
    await plain.close();
  });
});

describe('by QR code', () => {
  it('is shown, saved as a picture, and read back from it', async () => {
    const wang = await person('王');
    await withReport(wang, hosted.site.origin, 'planted-2024.html');
    await review(wang, '1');
    await openSharing(wang);
    await wang.getByText('只有意见，不带报告').click();
    await wang.getByRole('button', { name: '显示二维码' }).click();
    await wang.locator('canvas.qr[data-drawn=true]').waitFor();
    const picture = await downloaded(wang, '存成图片');
    const li = await person('李');
    await openSharing(li);
    await li.locator('.qr-input').setInputFiles(picture);
    expect(await preview(li)).toContain('王：1 条');
    await merge(li);
    expect((await kept(li)).words).toEqual((await kept(wang)).words);
  });

  it('says what does not fit, what is no code, and what is another’s', async () => {
    const wang = await person('王');
    await withReport(wang, hosted.site.origin, 'planted-2024.html');
    await openSharing(wang);
    await wang.getByRole('button', { name: '显示二维码' }).click();
    await wang.getByText(/一个二维码最多 2953 个字符，这里要 \d+ 个/).waitFor();
    await wang.locator('.qr-input').setInputFiles(join(import.meta.dirname, '../../pwa/public/icons/192.png'));
    await refusal(wang, '没有找到二维码');
    await wang.locator('.qr-input').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('no') });
    await refusal(wang, '没有找到二维码');
  });
});

describe('by what the system offers', () => {
  it('hands a file to the share sheet where there is one, and downloads it elsewhere', async () => {
    const wang = await person('王');
    await withReport(wang, hosted.site.origin, 'planted-2024.html');
    await openSharing(wang);
    await wang.evaluate(() => {
      const shared: string[] = [];
      Object.assign(globalThis, { shared });
      Object.assign(navigator, {
        canShare: ({ files }: ShareData) => files?.every(({ name }) => name.endsWith('.txt')) === true,
        share: async ({ files }: ShareData) => void shared.push(`${files?.[0]?.name} ${await files?.[0]?.text()}`),
      });
    });
    await wang.getByRole('button', { name: '用系统分享' }).click();
    const shared = () => wang.evaluate(() => (globalThis as unknown as { shared: string[] }).shared);
    await expect.poll(shared).toHaveLength(1);
    expect((await shared())[0]).toMatch(/^勾稽-\d{4}-\d\d-\d\d\.gouji\.txt \{"format":"gouji"/);
    await wang.evaluate(() => Object.assign(navigator, { canShare: () => false }));
    const file = await downloaded(wang, '用系统分享');
    await wang.getByText('此浏览器没有系统分享').waitFor();
    const li = await person('李');
    await openSharing(li);
    await li.locator('.bundle-input').setInputFiles(file);
    expect(await preview(li)).toContain('新报告 1 份');
  });

  it('shows a .gouji file that was opened from the desktop', async () => {
    const wang = await person('王');
    await withReport(wang, hosted.site.origin, 'planted-2024.html');
    await openSharing(wang);
    const { readFile } = await import('node:fs/promises');
    const text = await readFile(await downloaded(wang, '导出 .gouji 文件'), 'utf8');
    const page = await hosted.open(null);
    await page.addInitScript((content) => {
      const file = new File([content], '王.gouji');
      const setConsumer = (take: (launched: unknown) => void): void => take({ files: [{ getFile: async () => file }] });
      Object.defineProperty(globalThis, 'launchQueue', { value: { setConsumer } });
    }, text);
    await page.goto(hosted.site.origin);
    expect(await preview(page)).toMatch(/“王\.gouji”里有什么[\s\S]*新报告 1 份/);
    const session = await page.context().newCDPSession(page);
    const { data, errors } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(JSON.parse(data ?? '{}').file_handlers).toEqual([
      { action: './', accept: { 'application/vnd.gouji+json': ['.gouji'] } },
    ]);
  });
});

describe('who is asked once', () => {
  it('for a name, before the first thing leaves; and never again', async () => {
    const page = await hosted.open('');
    await openSharing(page);
    await page.getByRole('button', { name: '生成链接' }).click();
    await page.getByLabel('名字').fill('王');
    await page.keyboard.press('Enter');
    await page.locator('.link-text').waitFor();
    await page.goto(`${hosted.site.origin}/#/settings`);
    await expect.poll(() => page.locator('#author').inputValue()).toBe('王');
    await page.locator('#author').fill('');
    await openSharing(page);
    await makeLink(page);
    expect(await page.getByLabel('名字').count()).toBe(0);
  });
});
