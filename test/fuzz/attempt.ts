/** One damaged file through reading, as the command line reads, checking and explaining. Whatever it holds, this ends in a word and never throws. */
import { createHash } from 'node:crypto';
import { readBytes } from '../../core/cli/read-bytes';
import { check, explain, explainFailure, explainOmission } from '../../core/index';
import { kindOf } from '../../core/read/kind';
import { usage, usageWithChildren } from '../../scripts/lib/usage.mjs';

export interface Attempt {
  /** `read`, the code of a failure, or `thrown`: a bug. */
  readonly code: string;
  readonly detail: string;
  /** How long processors were busy with it, in this process or in the one that reads PDFs. */
  readonly ms: number;
  /** The most memory that these ever held, where this file has raised it; else 0. */
  readonly megabytes: number;
}

/** A failure of the reader must be one of its own words, and a sentence must come of it. */
export async function attempt(bytes: Uint8Array): Promise<Attempt> {
  const measured = kindOf(bytes) === 'pdf' ? usageWithChildren : usage;
  const before = measured();
  const { code, detail } = await outcomeOf(bytes);
  const after = measured();
  const megabytes = after.megabytes > before.megabytes ? after.megabytes : 0;
  return { code, detail, ms: after.ms - before.ms, megabytes };
}

/** Damage often changes nothing that is read, and the same document has the same outcome: once is enough. */
const checked = new Set<string>();

async function outcomeOf(bytes: Uint8Array): Promise<Pick<Attempt, 'code' | 'detail'>> {
  try {
    const result = await readBytes(bytes);
    if (!result.ok) {
      if (explainFailure(result.error, 'zh-CN') === '' || explainFailure(result.error, 'en') === '')
        return { code: 'thrown', detail: `no sentence for ${result.error.code}` };
      return { code: result.error.code, detail: result.error.reason ?? '' };
    }
    const key = createHash('sha1').update(JSON.stringify(result.value)).digest('base64');
    if (checked.has(key)) return { code: 'read', detail: 'as one before' };
    const outcome = check(result.value);
    const ofEachRule = new Map(outcome.findings.map((finding) => [finding.rule, finding]));
    for (const finding of ofEachRule.values()) explain(finding, outcome, 'zh-CN');
    for (const omission of result.value.omissions) explainOmission(omission, 'zh-CN');
    if (outcome.failures.length > 0)
      return { code: 'thrown', detail: outcome.failures.map(({ rule, reason }) => `${rule}: ${reason}`).join('; ') };
    checked.add(key);
    return { code: 'read', detail: outcome.status };
  } catch (error) {
    return { code: 'thrown', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
