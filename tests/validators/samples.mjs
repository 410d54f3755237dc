// What .NET rendered: see prepare.mjs.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
export const folder = join(here, '.samples');

/** Every sample block: { name, group, fitsSchema, json, html, markdown, hugo, obsidian, text, activity, jsonLd, block }. */
export const blocks = readFileSync(join(folder, 'blocks.ndjson'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))
  .map((sample) => ({ ...sample, block: JSON.parse(sample.json), label: `${sample.group} ${sample.name}` }));

/** Every page: { name, path, html }. */
export const pages = readdirSync(join(folder, 'pages'))
  .sort()
  .map((file) => join(folder, 'pages', file))
  .map((path) => ({ name: path.slice(path.lastIndexOf('/') + 1, -'.html'.length), path, html: readFileSync(path, 'utf8') }));

export const hasCorpus = blocks.some((sample) => sample.group === 'corpus');

/** The fault of every block that has one, the first few of them. */
export function faults(items, check) {
  const found = [];
  for (const item of items) {
    try {
      const fault = check(item);
      if (fault) found.push(`${item.label ?? item.name}: ${fault}`);
    } catch (error) {
      found.push(`${item.label ?? item.name}: ${error.message}`);
    }
  }
  return found.length > 10 ? [...found.slice(0, 10), `and ${found.length - 10} more`] : found;
}
