// The terms of schema.org, read from a package of their definitions: which properties each type has, its ancestors' included.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const package_ = dirname(createRequire(import.meta.url).resolve('schema-dts/package.json'));
const definitions = readFileSync(join(package_, 'dist/schema.d.ts'), 'utf8');
const bases = new Map();
for (const [, name, ancestors, body] of definitions.matchAll(/^(?:export )?interface (\w+?)(?: extends ([^{]+?))? \{\n([\s\S]*?)^\}/gmu)) {
  bases.set(name, {
    ancestors: (ancestors ?? '').split(',').map((each) => each.trim().replace(/^Partial<|>$/gu, '')).filter(Boolean),
    properties: [...body.matchAll(/^ {4}"(\w+)"\?:/gmu)].map(([, property]) => property),
  });
}

function collect(base, into) {
  const found = bases.get(base);
  for (const property of found?.properties ?? []) into.add(property);
  for (const ancestor of found?.ancestors ?? []) collect(ancestor, into);
  return into;
}

/** The properties of a type, or null where schema.org has no such type. */
export function propertiesOf(type) {
  return bases.has(`${type}Leaf`) ? collect(`${type}Leaf`, new Set()) : null;
}
