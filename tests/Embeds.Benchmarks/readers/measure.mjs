// Times readability and defuddle over a folder of pages, each page parsed by linkedom, the best of three rounds:
//   npm ci && npm run measure -- ../../../../shared/corpus/pages
// Pages that a reader fails at count with the time until then; how many there were is said.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';

const folder = process.argv[2];
if (!folder) {
  console.error('Which folder of pages? npm run measure -- FOLDER');
  process.exit(2);
}

// Defuddle tells on the console what it cannot parse.
for (const name of ['log', 'warn', 'error', 'debug']) console[name] = () => {};

const rounds = 3;
const pages = readdirSync(folder).sort().map((name) => readFileSync(join(folder, name), 'utf8'));
const size = pages.reduce((sum, page) => sum + Buffer.byteLength(page), 0);
const readers = {
  'linkedom alone': (html) => parseHTML(html).document,
  'readability with linkedom': (html) => new Readability(parseHTML(html).document).parse(),
  'defuddle with linkedom': (html) => Defuddle(parseHTML(html).document, 'https://news.example/story'),
};

for (const [name, read] of Object.entries(readers)) {
  const best = pages.map(() => Infinity);
  const failed = new Set();
  for (let round = 0; round < rounds; round++) {
    for (const [number, html] of pages.entries()) {
      const started = performance.now();
      try {
        await read(html);
      } catch {
        failed.add(number);
      }

      best[number] = Math.min(best[number], performance.now() - started);
    }
  }

  const time = best.reduce((sum, each) => sum + each, 0);
  process.stdout.write(`${name}: ${pages.length} pages, ${(size / 1e6).toFixed(1)} MB, ${time.toFixed(0)} ms, ${(size / 1e3 / time).toFixed(1)} MB/s, ${failed.size} failed\n`);
}
