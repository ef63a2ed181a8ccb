/** axe-core in a real page, by its own rules for WCAG 2.2 A and AA and its best practices. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const file = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** One line for each violation; none where all is well. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // A screen that is still on its way has no heading yet; where none comes, axe itself says so.
  await page
    .locator('h1')
    .first()
    .waitFor({ timeout: 5000 })
    .catch(() => undefined);
  // As an expression, not a script element: a page's content security policy does not forbid that.
  await page.evaluate(await readFile(file, 'utf8'));
  const results = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
  const { violations } = results as {
    violations: { id: string; help: string; nodes: { target: unknown; failureSummary?: string }[] }[];
  };
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} at ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`),
  );
}
