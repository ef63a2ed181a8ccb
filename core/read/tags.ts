/** Elements by how their content is read. */

/** Not read as running text. */
export const SKIPPED = new Set(
  'script style noscript template head title svg math iframe frame frameset object embed video audio canvas select option textarea button input link meta'.split(
    ' ',
  ),
);
/** Each begins a paragraph of its own. */
export const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);
