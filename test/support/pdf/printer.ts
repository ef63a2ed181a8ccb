/** Prints with a real Chromium. */
import type { Browser } from 'playwright-core';
import { check, type Outcome } from '../../../core/index';
import { readFile } from '../../../core/read/file';
import { readHtml } from '../../../core/read/html';
import type { PrintedReport } from '../render';
import type { Print } from './prints';

const NUMBERED = {
  displayHeaderFooter: true,
  headerTemplate: '<div style="font-size:9px;width:100%;text-align:center">政府信息公开工作年度报告</div>',
  footerTemplate: '<div style="font-size:9px;width:100%;text-align:center">- <span class="pageNumber"></span> -</div>',
};

export async function printPdf(browser: Browser, print: Print, report: PrintedReport): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.setContent(print.html(report));
    const { landscape = false, scale = 1, numbered } = print.paper;
    const margin = { top: '20mm', bottom: '20mm', left: '16mm', right: '16mm' };
    return await page.pdf({ format: 'A4', landscape, scale, margin, ...(numbered ? NUMBERED : {}) });
  } finally {
    await page.close();
  }
}

/** The print, read back and checked. */
export async function outcomeOfPrint(browser: Browser, print: Print, report: PrintedReport): Promise<Outcome> {
  const result = await readFile(await printPdf(browser, print, report), readHtml);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return check(result.value);
}
