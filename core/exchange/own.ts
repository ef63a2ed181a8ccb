/** Findings of a person's own, and the name of those by forms of one's own, without the schemas that guard them: for the script in a page, compiled with each click. */
export { OWN_FINDING, type OwnFinding, ownAsFinding } from '../findings/own';
export { OWN_FORM_SUM } from '../findings/own-form-rule';
