/** The examples of a rule are its tests and its page in the docs: what people install goes without them. */
export function withoutExamples() {
  return {
    name: 'gouji-without-examples',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (!/\/core\/rules\/[^/]+\.rule\.ts$/.test(id)) return null;
      const examples = find(this.parse(code), isExamples);
      if (examples === null) return null;
      return { code: `${code.slice(0, examples.value.start)}[]${code.slice(examples.value.end)}`, map: null };
    },
  };
}

function isExamples(node) {
  return node.type === 'Property' && node.key.name === 'examples' && node.value.type === 'ArrayExpression';
}

/** The first node that fits, outermost first. */
function find(node, fits) {
  if (typeof node !== 'object' || node === null) return null;
  if (fits(node)) return node;
  for (const child of Object.values(node)) {
    const found = find(child, fits);
    if (found !== null) return found;
  }
  return null;
}
