/** What comes in under bad conditions: hostile files, forged words, a tab killed in the middle. Nothing that was there is gone. */
import { writeFile } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Opinion } from '../../core/exchange/schema';
import { writeBundle } from '../../pwa/db/bundle-text';
import { evidenceBundle } from '../../pwa/exchange/evidence-bundle';
import { saved } from '../pwa/sample';
import { sampleEvidence } from '../support/evidence';
import { listed } from './harness/app';
import { hostedApp } from './harness/hosted-app';
import { downloaded, manyOpinions, merge, named, openSharing, preview, refusal, withReport } from './harness/sharing';
import { everythingKept, kept, putOpinions, standStill } from './harness/store';

const hosted = hostedApp(4920);

async function person(name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await hosted.open('', options);
  return named(page, hosted.site.origin, name);
}

describe('a merge', () => {
  const WORDS = 200;
  const report = saved('planted-2024.html');
  const words = manyOpinions(WORDS);
  const file = {
    name: '王.gouji',
    mimeType: '',
    buffer: Buffer.from(writeBundle({ format: 'gouji', version: 1, reports: [report], opinions: words })),
  };

  /** The tab is killed there; what another one then finds. */
  async function killedAt(page: Page, at: number | 'complete'): Promise<Page> {
    await openSharing(page);
    await page.locator('.bundle-input').setInputFiles(file);
    await preview(page);
    await standStill(page, at);
    const session = await page.context().newCDPSession(page);
    const stands = page.waitForEvent('console', (message) => message.text() === 'stands still');
    // Never answered by a page that stands still.
    const click = page.locator('.preview').getByRole('button', { name: '合并', exact: true }).click();
    void click.catch(() => undefined);
    await stands;
    const crashed = page.waitForEvent('crash');
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
    const next = await page.context().newPage();
    await next.goto(hosted.site.origin);
    await next.locator('table.reports, .empty').first().waitFor();
    return next;
  }

  it('a tab killed in the middle of a merge leaves the store exactly as it was, or with all of it', async () => {
    let page = await person('李');
    await withReport(page, hosted.site.origin, 'shuyang-development-bureau-2023.html');
    await putOpinions(page, [{ ...words[0], id: 'own', author: '李' } as Opinion]);
    const before = await everythingKept(page);
    expect([before['reports']?.length, before['opinions']?.length]).toEqual([1, 1]);
    // The report, a word in the midst of the others, the record of the merge, which is the last of it.
    for (const at of [1, WORDS / 2, WORDS + 2]) {
      page = await killedAt(page, at);
      expect(await everythingKept(page), `at the row ${at}`).toEqual(before);
    }
    page = await killedAt(page, 'complete');
    const { reports, opinions, summaries, merges, ...rest } = await everythingKept(page);
    const ids = (rows: readonly unknown[] = []) => rows.map((row) => (row as { id: string }).id).sort();
    const { reports: _, opinions: own = [], summaries: __, merges: ___, ...others } = before;
    expect(rest).toEqual(others);
    expect(reports).toHaveLength(2);
    expect(reports).toContainEqual(before['reports']?.[0]);
    expect(ids(reports)).toContain(report.id);
    expect(ids(summaries)).toEqual(ids(reports));
    expect(ids(opinions)).toEqual(ids([...own, ...words]));
    expect(merges).toMatchObject([{ reports: [report.id], evidence: [], undone: false }]);
    const [merge] = (merges ?? []) as { readonly opinions: readonly string[] }[];
    expect([...(merge?.opinions ?? [])].sort()).toEqual(ids(words));
  });
});

describe('what is hostile', () => {
  const word = { id: 'a', finding: 'f', against: '', field: 'status', at: '2026-01-20T06:00:00.000Z', counter: 1 };

  function bundle(over: object): { name: string; mimeType: string; buffer: Buffer } {
    const text = JSON.stringify({ format: 'gouji', version: 1, reports: [], opinions: [], ...over });
    return { name: '<img src=x onerror=alert(1)>.gouji', mimeType: '', buffer: Buffer.from(text) };
  }

  it('markup in names stays text', async () => {
    const page = await person('王');
    await openSharing(page);
    page.on('dialog', () => expect.unreachable('a dialog opened'));
    const author = '<script>alert(1)</script><img src=x onerror=alert(2)>';
    await page.locator('.bundle-input').setInputFiles(bundle({ opinions: [{ ...word, value: 'fixed', author }] }));
    const shown = await preview(page);
    expect(shown).toContain(author);
    expect(shown).toContain('<img src=x onerror=alert(1)>.gouji');
    expect(await page.locator('.preview img, .preview script').count()).toBe(0);
  });

  it('another’s word told otherwise comes beside it; what is far ahead is said', async () => {
    const page = await person('王');
    await putOpinions(page, [{ ...word, field: 'status', value: 'confirmed', author: '王' }]);
    await openSharing(page);
    const forged = [
      { ...word, value: 'dismissed', author: '王' },
      { ...word, id: 'b', value: 'dismissed', author: '伪', counter: 1e12, at: '2099-01-01T00:00:00.000Z' },
      { ...word, id: 'c', counter: 1e13, value: 'open', author: '伪' },
    ];
    await page.locator('.bundle-input').setInputFiles(bundle({ opinions: forged }));
    const shown = await preview(page);
    expect(shown).toMatch(/1 条意见用了别人意见的编号/);
    expect(shown).toMatch(/1 条意见的序号或时间远超前/);
    expect(shown).toMatch(/1 条内容读不懂/);
    await merge(page);
    expect((await kept(page)).words.map((text) => (JSON.parse(text) as Opinion).value).sort()).toEqual([
      'confirmed',
      'dismissed',
      'dismissed',
    ]);
  });

  it('a million findings are refused by a limit, and a file of a later version by its number', async () => {
    const page = await person('王');
    await openSharing(page);
    const findings = `[${'0,'.repeat(999_999)}0]`;
    const text = `{"format":"gouji","version":1,"reports":[{"outcome":{"findings":${findings}}}],"opinions":[]}`;
    const file = (content: string) => ({ name: '多.gouji', mimeType: '', buffer: Buffer.from(content) });
    await page.locator('.bundle-input').setInputFiles(file(text));
    await refusal(page, '内容过多');
    await page.locator('.bundle-input').setInputFiles(bundle({ version: 2 }));
    await refusal(page, '更新版本');
    await page.locator('.bundle-input').setInputFiles(file('{"format":"gouji","version":1,"rep'));
    await refusal(page, '文件不完整');
    const checklist = { format: 'gouji-checklist', version: 1, checklist: { name: '乡镇', version: '2', rulez: {} } };
    await page.locator('.bundle-input').setInputFiles(file(JSON.stringify(checklist)));
    await refusal(page, 'checklist.rulez');
    expect(await kept(page)).toEqual({ reports: [], words: [] });
  });

  it('two edits of one checklist are both kept and both told', async () => {
    const page = await person('王');
    await openSharing(page);
    const edit = (id: string, version: string, author: string) => ({
      ...word,
      id,
      finding: '["checklist","c"]',
      field: 'own',
      value: JSON.stringify({ name: '乡镇清单', version }),
      author,
    });
    await page.locator('.bundle-input').setInputFiles(bundle({ opinions: [edit('1', '二', '王')] }));
    expect(await preview(page)).toContain('“乡镇清单”第 二 版');
    await merge(page);
    await page.locator('.bundle-input').setInputFiles(bundle({ opinions: [edit('2', '三', '李')] }));
    expect(await preview(page)).toMatch(/“乡镇清单”有 2 个并列的版本（(?:李 的第 三 版|王 的第 二 版).*），都保留/);
    await merge(page);
    expect((await kept(page)).words).toHaveLength(2);
  });

  it('evidence that is not what was sealed stays out, what is whole comes in', async () => {
    const page = await person('王');
    await openSharing(page);
    const whole = sampleEvidence('r1');
    const other = sampleEvidence('r2');
    const altered = { ...other, parts: new Map(other.parts).set('table-1.txt', Buffer.from('表三 13')) };
    const blob = evidenceBundle({ format: 'gouji', version: 1, reports: [], opinions: [] }, [whole, altered]);
    const buffer = Buffer.from(await blob.arrayBuffer());
    await page.locator('.bundle-input').setInputFiles({ name: '证据.gouji', mimeType: '', buffer });
    expect(await preview(page)).toMatch(/新证据 1 份，校验通过[\s\S]*1 份证据与封存时不一致/);
    await page.locator('.preview').getByRole('button', { name: '合并', exact: true }).click();
    await page.getByText('已合并新报告 0 份、新意见 0 条、证据 1 份').waitFor();
  });

  it('an outcome that somebody claims is not believed', async () => {
    const wang = await person('王');
    await withReport(wang, hosted.site.origin, 'planted-2024.html');
    await openSharing(wang);
    const { readFile } = await import('node:fs/promises');
    const path = await downloaded(wang, '导出 .gouji 文件');
    const claimed = JSON.parse(await readFile(path, 'utf8'));
    claimed.reports[0].outcome.findings = [];
    claimed.reports[0].id = '0'.repeat(32);
    await writeFile(path, JSON.stringify(claimed));
    const li = await person('李');
    await openSharing(li);
    await li.locator('.bundle-input').setInputFiles(path);
    await preview(li);
    await merge(li);
    expect((await kept(li)).reports).toEqual((await kept(wang)).reports);
    await li.goto(`${hosted.site.origin}/#/`);
    await expect.poll(() => listed(li)).toEqual(['示例县人民政府']);
    expect(await li.locator('table.reports tbody').innerText()).toContain('4');
  });
});
