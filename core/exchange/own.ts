/** Findings of a person's own without the schemas that guard them: for the script in a page, compiled with each click. */
export { OWN_FINDING, type OwnFinding, ownAsFinding } from '../findings/own';
