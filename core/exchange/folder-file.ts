/**
 * One person's file in a shared folder: JSON Lines, a head and then a word a line, only ever longer. Sync programs bring
 * files in parts and leave copies, so what is not whole yet is told apart from what is damaged.
 */
import * as z from 'zod/mini';
import { type Opinion, opinionSchema } from './schema';

export const FOLDER_FILE_VERSION = 1;

export interface FolderFile {
  readonly person: string;
  /** What the person is called, as said last. */
  readonly name: string;
  readonly words: readonly Opinion[];
  /** Lines that make no sense. */
  readonly damaged: number;
  /** It ends in the middle of a line. */
  readonly partial: boolean;
}

/** `partial`: not even its head has arrived. */
export type FolderFailure = 'foreign' | 'newer' | 'partial';

const anyHead = z.object({ format: z.literal('gouji-folder'), version: z.int() });
const headSchema = z.object({ person: z.string().check(z.maxLength(64)), name: z.string().check(z.maxLength(200)) });

export function folderHead(person: string, name: string): string {
  return `${JSON.stringify({ format: 'gouji-folder', version: FOLDER_FILE_VERSION, person, name })}\n`;
}

export function folderLines(words: readonly Opinion[]): string {
  return words.map((word) => `${JSON.stringify(word)}\n`).join('');
}

export function readFolderFile(text: string): FolderFile | FolderFailure {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  // After the last line end there is nothing, or the beginning of a line.
  const rest = lines.pop() ?? '';
  const [first = ''] = lines;
  if (first.trim() === '')
    return isBlank(text) || '{"format":"gouji-folder"'.startsWith(rest.slice(0, 24)) ? 'partial' : 'foreign';
  const head = anyHead.safeParse(parse(first)).data;
  if (head === undefined) return 'foreign';
  if (head.version !== FOLDER_FILE_VERSION) return 'newer';
  let who = headSchema.safeParse(parse(first)).data ?? { person: '', name: '' };
  const words: Opinion[] = [];
  let damaged = 0;
  const whole = rest === '' || parse(rest) === undefined ? lines : [...lines, rest];
  for (const line of whole.slice(1)) {
    if (line.trim() === '') continue;
    const json = parse(line);
    const word = opinionSchema.safeParse(json).data;
    // The person has another name since.
    const renamed = anyHead.safeParse(json).success ? headSchema.safeParse(json).data : undefined;
    if (word !== undefined) words.push(word);
    else if (renamed !== undefined) who = { ...renamed, person: who.person };
    else damaged += 1;
  }
  return { ...who, words, damaged, partial: whole === lines && rest !== '' };
}

/** Space that a sync program has set aside for what is to come. */
function isBlank(text: string): boolean {
  return /^[\0\s]*$/.test(text);
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // Counted by who asks.
  }
}
