/** Reports that are pictures: photographed pages, scans without a text. Drawn by the browser itself. */
import type { Browser } from 'playwright-core';
import { type PrintedReport, renderPage } from '../../support/render';
import type { AppFile } from './app';

const STYLE =
  '<style>body{margin:24px;font:15px/1.5 "Noto Sans CJK SC",serif;background:#fff;color:#000}table{border-collapse:collapse}td,th{border:1px solid #000;padding:3px 6px}</style>';

export async function pictureOf(
  browser: Browser,
  report: PrintedReport,
  name = '年报.png',
  width = 1000,
): Promise<AppFile> {
  const page = await browser.newPage({ viewport: { width, height: 1400 } });
  await page.setContent(renderPage(report).replace('</head>', `${STYLE}</head>`));
  const body = await page.screenshot({ fullPage: true, type: name.endsWith('.png') ? 'png' : 'jpeg' });
  await page.close();
  return { name, body };
}

/** A PDF of as many pages as pictures, nothing but a picture on each. */
export async function scanOf(browser: Browser, pictures: readonly AppFile[], name = '扫描件.pdf'): Promise<AppFile> {
  const page = await browser.newPage();
  const images = pictures.map(
    ({ body }) =>
      `<img style="display:block;width:100%;max-height:100vh;break-after:page" src="data:image/png;base64,${Buffer.from(body).toString('base64')}">`,
  );
  await page.setContent(`<style>@page{margin:0}body{margin:0}</style>${images.join('')}`);
  const body = await page.pdf({ format: 'A4' });
  await page.close();
  return { name, body };
}
