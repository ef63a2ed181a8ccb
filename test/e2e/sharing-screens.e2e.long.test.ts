/** The screens of sharing: nothing for axe in both themes, all of it by keyboard, the camera. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { qrModules } from '../../pwa/exchange/qr';
import { launchBrowser, openApp } from './harness/app';
import { axeViolations } from './harness/axe';
import { hostedApp } from './harness/hosted-app';
import { putFolderFile, withFolders } from './harness/shared-folder';
import { manyOpinions, merge, openSharing, review, withReport } from './harness/sharing';
import { putOpinions } from './harness/store';

const hosted = hostedApp(4960);

/** A folder for pictures of every state, to look at them: `GOUJI_LOOK=/tmp/look`. */
const look = process.env['GOUJI_LOOK'];

async function person(name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await hosted.open(null, options);
  await withFolders(page);
  await page.goto(`${hosted.site.origin}/#/settings`);
  if (name !== '') await page.locator('#author').fill(name);
  return page;
}

const THEIRS = 'a'.repeat(32);
const HEAD = `{"format":"gouji-folder","version":1,"person":"${THEIRS}","name":"李"}\n`;

function word(over: object): string {
  const base = { id: 'x', finding: 'f', against: '', field: 'status', value: 'fixed', author: '李', counter: 9 };
  return JSON.stringify({ ...base, at: '2026-01-20T06:00:00.000Z', ...over });
}

describe.each([
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['narrow', { viewport: { width: 400, height: 820 } }],
] as [string, BrowserContextOptions][])('axe, %s', (theme, options) => {
  it('finds nothing in any state', async () => {
    const page = await person('', options);
    const violations: string[] = [];
    const state = async (name: string): Promise<void> => {
      violations.push(...(await axeViolations(page)).map((each) => `${name}: ${each}`));
      if (look !== undefined) await page.locator('main').screenshot({ path: join(look, `${theme}-${name}.png`) });
      if (look !== undefined) await wholeScreen(page, join(look, `${theme}-${name}-all.png`));
    };
    await withReport(page, hosted.site.origin, 'planted-2024.html');
    await review(page, '1');
    const finding = await page.evaluate(async () => {
      const open = indexedDB.open('gouji');
      await new Promise((resolve) => {
        open.onsuccess = resolve;
      });
      const rows = open.result.transaction('opinions').objectStore('opinions').getAll();
      await new Promise((resolve) => {
        rows.onsuccess = resolve;
      });
      open.result.close();
      const [{ finding, against }] = rows.result as [{ finding: string; against: string }];
      return { finding, against };
    });
    await openSharing(page);
    await state('start');
    await page.getByText('只有意见，不带报告').click();
    await page.getByRole('button', { name: '生成链接' }).click();
    await page.getByLabel('名字').waitFor();
    await state('who');
    await page.getByLabel('名字').fill('王');
    await page.keyboard.press('Enter');
    await page.locator('.link-text').waitFor();
    const link = await page.locator('.link-text').inputValue();
    await state('link');
    await page.getByRole('button', { name: '显示二维码' }).click();
    await page.locator('canvas.qr[data-drawn=true]').waitFor();
    await state('qr');
    await page.getByText('一份报告', { exact: true }).click();
    await page.getByRole('button', { name: '显示二维码' }).click();
    await page.getByText('一个二维码最多').waitFor();
    await state('qr-too-large');
    await page.getByLabel('粘贴同事的链接').fill('https://example.org');
    await page.keyboard.press('Enter');
    await page.getByText('没有勾稽的链接').waitFor();
    await state('no-link');
    const said = [
      word({ ...finding, id: 'd' }),
      word({ id: 'e', counter: 1e12 }),
      word({ id: 'c', finding: '["checklist","c"]', field: 'own', value: '{"name":"乡镇清单","version":"3"}' }),
      '{}',
    ];
    const text = `{"format":"gouji","version":1,"reports":[],"opinions":[${said.join()}]}`;
    await page.locator('.bundle-input').setInputFiles({ name: '李.gouji', mimeType: '', buffer: Buffer.from(text) });
    await page.locator('.preview').waitFor();
    // The report did not come along; the one here names the finding.
    expect(await page.locator('.differences').innerText()).toContain('示例县人民政府 2024 年报');
    await state('preview');
    await merge(page);
    await state('merged');
    await putFolderFile(page, `${THEIRS}.jsonl`, `${HEAD}${word({ id: 'z', finding: 'g' })}\n{"id"`);
    await putFolderFile(page, '说明.docx', 'x');
    await page.getByRole('button', { name: '选择共享文件夹' }).click();
    await page.locator('#folder ~ .preview').waitFor();
    await state('folder-preview');
    await merge(page);
    await page.getByText('同步完毕').waitFor();
    await state('folder');
    await page.goto(link.slice(0, -9));
    await page.getByText('链接不完整').waitFor();
    await state('cut');
    await page.goto(link);
    await page.locator('.preview').waitFor();
    await state('receive');
    await page.goto(`${hosted.site.origin}/#/`);
    await page.locator('table.reports tbody th a').first().click();
    await page.locator('.dissent').first().waitFor();
    await state('dissent');
    expect(violations).toEqual([]);
  });
});

/** As long as it is: what scrolls is drawn whole. */
async function wholeScreen(page: Page, path: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1360, height: 820 };
  const height = await page.evaluate(() => document.querySelector('main')?.scrollHeight ?? 0);
  await page.setViewportSize({ width: size.width, height: height + 80 });
  await page.screenshot({ path });
  await page.setViewportSize(size);
}

describe('by keyboard alone', () => {
  it('a link is made, opened and merged, and the merge undone', async () => {
    const wang = await person('王');
    await putOpinions(wang, manyOpinions(3));
    await openSharing(wang);
    const reach = async (page: Page, name: string): Promise<void> => {
      const target = page.locator('main').getByRole('button', { name, exact: true });
      await target.first().waitFor();
      for (let step = 0; step < 60; step++) {
        await page.keyboard.press('Tab');
        if (await target.first().evaluate((element) => element === document.activeElement)) return;
      }
      expect.unreachable(`${name} cannot be reached by Tab`);
    };
    await wang.locator('main').focus();
    await reach(wang, '生成链接');
    await wang.keyboard.press('Enter');
    await wang.locator('.link-text').waitFor();
    const link = await wang.locator('.link-text').inputValue();
    const li = await person('李');
    await li.goto(link);
    await li.locator('.preview').waitFor();
    await li.locator('main').focus();
    await reach(li, '合并');
    await li.keyboard.press('Enter');
    await li.getByText('已合并新报告 0 份、新意见 3 条').waitFor();
    await li.locator('.merges li').waitFor();
    await li.keyboard.press('Control+Z');
    await li.getByText('已取走报告 0 份、意见 3 条').waitFor();
  });
});

describe('by camera', () => {
  it('a code held before it opens by itself, and the camera is off again', async () => {
    const wang = await person('王');
    await putOpinions(wang, manyOpinions(2));
    await openSharing(wang);
    await wang.getByRole('button', { name: '生成链接' }).click();
    await wang.locator('.link-text').waitFor();
    const folder = await mkdtemp(join(tmpdir(), 'gouji-camera-'));
    const film = join(folder, 'code.y4m');
    await writeFile(film, filmOf(qrModules(await wang.locator('.link-text').inputValue())));
    const seeing = await launchBrowser([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ]);
    const { page, complaints } = await openApp(seeing, hosted.site.origin);
    await openSharing(page);
    await page.getByRole('button', { name: '用摄像头读二维码' }).click();
    await page.locator('.preview').waitFor();
    expect(await page.locator('.preview').innerText()).toContain('王：2 条');
    expect(await page.locator('video').count()).toBe(0);
    expect(complaints).toEqual([]);
    await seeing.close();
    await rm(folder, { recursive: true });
  });

  it('refused, it says so and points to a picture', async () => {
    const page = await person('王');
    await openSharing(page);
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
    });
    await page.getByRole('button', { name: '用摄像头读二维码' }).click();
    await page.getByText('摄像头打不开：Permission denied。可改用图片').waitFor();
  });
});

/** A film of one still picture, as Chromium's pretended camera plays it. */
function filmOf(rows: readonly (readonly boolean[])[]): Buffer {
  const [width, height] = [640, 480];
  const scale = Math.floor(height / rows.length);
  const luma = Buffer.alloc(width * height, 235);
  const [left, top] = [Math.floor((width - rows.length * scale) / 2), Math.floor((height - rows.length * scale) / 2)];
  rows.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (!dark) return;
      for (let dy = 0; dy < scale; dy++) {
        const at = (top + y * scale + dy) * width + left + x * scale;
        luma.fill(16, at, at + scale);
      }
    });
  });
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]);
}
