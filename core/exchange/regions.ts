/** Where an organ is, for those who list reports: without what checks. */
export { regionsAbout } from '../document/organ-name';
