/** XML of office files into a small tree. Entities of its own and nesting without end are refused, nothing is fetched. */
import { SaxesParser } from 'saxes';
import type { ReadFailure } from '../document/failure';
import { failed, ok, type Result } from '../document/result';
import { Refusal } from './refusal';

export interface XmlElement {
  /** With its prefix as the file writes it: `w:tbl`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** A report's main part has some ten thousand elements, ten deep. */
export const MAX_ELEMENTS = 500_000;
export const MAX_DEPTH = 200;

export function parseXml(bytes: Uint8Array, kind: string): Result<XmlElement, ReadFailure> {
  const parser = new SaxesParser();
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const stack = [root];
  let elements = 0;
  const refuse = (failure: ReadFailure): never => {
    throw new Refusal(failure);
  };
  const top = (): XmlElement => stack[stack.length - 1] ?? root;
  parser.on('error', (error) => refuse({ code: 'damaged', kind, reason: error.message }));
  // Office files have none; who writes one means to expand it.
  parser.on('doctype', () => refuse({ code: 'too-complex', kind, reason: 'doctype' }));
  parser.on('opentag', (tag) => {
    if (++elements > MAX_ELEMENTS)
      refuse({ code: 'too-complex', kind, reason: 'elements', size: elements, limit: MAX_ELEMENTS });
    if (stack.length > MAX_DEPTH)
      refuse({ code: 'too-complex', kind, reason: 'depth', size: stack.length, limit: MAX_DEPTH });
    const node: XmlElement = { name: tag.name, attributes: tag.attributes as Record<string, string>, children: [] };
    top().children.push(node);
    stack.push(node);
  });
  parser.on('closetag', () => stack.pop());
  parser.on('text', (text) => top().children.push(text));
  parser.on('cdata', (text) => top().children.push(text));
  try {
    parser.write(textOf(bytes)).close();
  } catch (error) {
    if (error instanceof Refusal) return failed(error.failure);
    return failed({ code: 'damaged', kind, reason: error instanceof Error ? error.message : String(error) });
  }
  return ok(root);
}

function textOf(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  return new TextDecoder(utf16 ?? 'utf-8').decode(bytes);
}

/** The first element of that name, at any depth, in document order. */
export function findElement(node: XmlElement, name: string): XmlElement | null {
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    if (child.name === name) return child;
    const found = findElement(child, name);
    if (found !== null) return found;
  }
  return null;
}

export function childElements(node: XmlElement, name?: string): XmlElement[] {
  return node.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}
