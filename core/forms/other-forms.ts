/** Forms of other reports than those on open information: tried in this order where none of these is recognised. */
import type { Document } from '../document/document';
import { ENFORCEMENT_STATISTICS } from './enforcement-statistics';
import { FINAL_ACCOUNTS } from './final-accounts';
import { type Form, kindOfForm } from './form';
import { readAccounts } from './read-accounts';
import { readEnforcement } from './read-enforcement';
import type { ReportReading } from './read-report';
import { readWebsite } from './read-website';
import { WEBSITE_ANNUAL } from './website-annual';

/** What a form’s id begins with. */
export type OtherKind = 'final-accounts' | 'website-annual' | 'enforcement-statistics';

export const OTHER_FORMS: readonly Form[] = [FINAL_ACCOUNTS, WEBSITE_ANNUAL, ENFORCEMENT_STATISTICS];

const READERS: readonly ((document: Document) => ReportReading | null)[] = [readAccounts, readWebsite, readEnforcement];

export function readOther(document: Document): ReportReading | null {
  for (const read of READERS) {
    const reading = read(document);
    if (reading !== null) return reading;
  }
  return null;
}

/** Null for annual reports on open information. */
export function kindOf(form: Form): string | null {
  return OTHER_FORMS.includes(form) ? kindOfForm(form.id) : null;
}
