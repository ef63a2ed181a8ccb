/** What the extension has drawn on a page. Its shadow root is closed to scripts, so the developer tools look into it. */
import type { Page } from 'playwright-core';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Mark extends Rectangle {
  readonly classes: readonly string[];
  readonly text: string;
}

interface DomNode {
  readonly nodeId: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

export async function marksOn(page: Page): Promise<readonly Mark[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
    const host = find(root, 'GOUJI-MARKS');
    const marks: Mark[] = [];
    for (const node of host?.shadowRoots?.[0]?.children ?? []) {
      const model = await session.send('DOM.getBoxModel', { nodeId: node.nodeId }).catch(() => null);
      const [x, y] = model?.model.border ?? []; // Hidden ones have no box.
      if (model === null || x === undefined || y === undefined) continue;
      const classes = attribute(node, 'class').split(' ');
      marks.push({ classes, text: textOf(node), x, y, width: model.model.width, height: model.model.height });
    }
    return marks;
  } finally {
    await session.detach();
  }
}

/** Names and texts of the highlighted ranges. */
export function highlightsOn(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map((range) => range.toString().trim())]),
    ),
  );
}

function find(node: DomNode, name: string): DomNode | null {
  if (node.nodeName === name) return node;
  for (const child of node.children ?? []) {
    const found = find(child, name);
    if (found !== null) return found;
  }
  return null;
}

function attribute(node: DomNode, name: string): string {
  const at = node.attributes?.findIndex((each, index) => index % 2 === 0 && each === name) ?? -1;
  return at < 0 ? '' : (node.attributes?.[at + 1] ?? '');
}

function textOf(node: DomNode): string {
  return node.nodeName === '#text' ? node.nodeValue : (node.children ?? []).map(textOf).join('');
}
