/**
 * What comes into the page from its extension. The browser lets nobody else speak here, and what the extension sends
 * was held against its schemas there: a schema library would be more than half of what each click compiles in the page.
 */
import type { Result } from '../../core/index';
import type { SealCall } from '../capture/seal-calls';
import type { Checked, MessageFailure, PageCall } from '../messages';

type Fields = Readonly<Record<string, unknown>>;

const fits: Readonly<Record<PageCall['type'], (call: Fields) => boolean>> = {
  report: () => true,
  choose: ({ finding, scroll }) => (finding === null || typeof finding === 'string') && typeof scroll === 'boolean',
  'show-cell': ({ cell }) => typeof cell === 'string',
  marks: ({ shown }) => typeof shown === 'boolean',
  language: ({ language }) => language === 'zh-CN' || language === 'en',
  unclaimed: ({ shown }) => typeof shown === 'boolean',
  own: ({ findings }) => Array.isArray(findings),
  sums: ({ wrong, chosen, scroll }) =>
    Array.isArray(wrong) && (chosen === null || typeof chosen === 'object') && typeof scroll === 'boolean',
  pick: ({ tell }) => typeof tell === 'boolean',
};

/** Null where it is none: the sealing of evidence speaks over the same line. */
export function pageCallOf(message: unknown): PageCall | null {
  const call: Fields = Object(message);
  const { type } = call;
  if (typeof type !== 'string' || !Object.hasOwn(fits, type)) return null;
  return fits[type as PageCall['type']](call) ? (message as PageCall) : null;
}

export function isSealCall(message: unknown): message is SealCall {
  const { type }: { readonly type?: unknown } = Object(message);
  return type === 'seal-begin' || type === 'seal-look' || type === 'seal-end';
}

/** The background's answer to what was read. */
export function checkedOf(answer: unknown): Result<Checked, MessageFailure> {
  if (answer === undefined) return { ok: false, error: { code: 'gone', reason: 'no answer' } };
  const { ok, value, error }: Fields = Object(answer);
  if (ok === true) return { ok: true, value: value as Checked };
  return ok === false
    ? { ok: false, error: { code: 'refused', reason: String(error) } }
    : { ok: false, error: { code: 'ill-formed', reason: '' } };
}
