// Rows 1, 3, 9, 11 and 17 in a real browser with the network cut.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { blocks, pages } from '../samples.mjs';
import { browser as start, has, output } from '../tools.mjs';

const browser = await start();
const skip = browser === null && 'no Chromium starts on this machine';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
after(() => browser?.close());

/** Opens a page from its file and runs `look` on it; every request and every dialog is kept. */
async function open(page, look, prepare = async () => {}) {
  const tab = await browser.newPage();
  const requests = [];
  const dialogs = [];
  tab.on('request', (request) => requests.push(request.url()));
  tab.on('dialog', (dialog) => { dialogs.push(dialog.message()); void dialog.dismiss(); });
  await prepare(tab);
  await tab.goto(pathToFileURL(page.path).href, { waitUntil: 'load' });
  const seen = await look(tab);
  await tab.close();
  return { requests, dialogs, seen };
}

test('no page asks for anything but files beside it, and none runs anything', { skip }, async () => {
  const outside = [];
  for (const page of pages) {
    const { requests, dialogs, seen } = await open(page, (tab) =>
      tab.evaluate(() => document.querySelectorAll('script, iframe, object, embed, form, base, link, [style], [onload], [onerror], [onclick]').length));
    outside.push(...requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:')), ...dialogs, ...(seen ? [`${page.name}: ${seen} active elements`] : []));
  }
  assert.deepEqual(outside, []);
});

test('every picture that is kept is shown', { skip }, async () => {
  const page = pages.find((each) => each.name === 'single-illustrated');
  const { seen } = await open(page, (tab) => tab.evaluate(() => [...document.images].map((image) => image.complete && image.naturalWidth)));
  assert.deepEqual(seen, [480]);
});

test('JSON comes back byte for byte after the browser has serialised its page', { skip }, async () => {
  const own = new Map(blocks.map((sample) => [sample.json, sample]));
  let count = 0;
  for (const page of pages.filter((each) => /^(fixtures|articles|hostile|words|corpus)-/u.test(each.name))) {
    const { seen } = await open(page, (tab) => tab.evaluate(() => {
      const again = new DOMParser().parseFromString(document.documentElement.outerHTML, 'text/html');
      return [...again.querySelectorAll('figure[data-qb-json]')].map((figure) => ({
        json: figure.dataset.qbJson,
        words: [...figure.children].find((child) => child.localName === 'blockquote')?.textContent ?? '',
      }));
    }));
    for (const { json, words } of seen) {
      assert.ok(own.has(json), `${page.name}: other JSON`);
      assert.equal(words, own.get(json).block.text.value, page.name);
      count++;
    }
  }
  assert.equal(count, blocks.length);
});

for (const scheme of ['light', 'dark']) {
  test(`axe finds nothing on a ${scheme} screen`, { skip }, async () => {
    const found = [];
    for (const page of pages.filter((each) => /^(fixtures|articles|labels|single|corpus-1$|words-1$)/u.test(each.name))) {
      const { seen } = await open(
        page,
        async (tab) => {
          await tab.evaluate(axe);
          return tab.evaluate(async () => (await axe.run()).violations.map((each) => `${each.id}: ${each.nodes[0].html.slice(0, 200)}`));
        },
        async (tab) => {
          await tab.setBypassCSP(true);
          await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        },
      );
      found.push(...seen.map((each) => `${page.name}: ${each}`));
    }
    assert.deepEqual(found, []);
  });
}

const reader = has('pdftotext', '-v');
test('print has the words and the bare permalink', { skip: skip || (!reader && 'no pdftotext on this machine') }, async () => {
  const file = join(tmpdir(), `embeds-${process.pid}.pdf`);
  const { seen } = await open(pages.find((each) => each.name === 'single-deleted-since'), (tab) => tab.pdf({ format: 'A4' }));
  writeFileSync(file, seen);
  // Fonts decide about pictographs, and line breaks about blanks.
  const bare = (text) => text.replace(/[\s\p{Extended_Pictographic}\uFE0F\u200D]+/gu, '');
  const text = bare(output('pdftotext', ['-raw', file, '-']));
  rmSync(file);
  const { block } = blocks.find((each) => each.name === 'deleted-since');
  for (const part of [...block.text.value.split('\n'), block.author.name, block.url]) assert.ok(text.includes(bare(part)), `${part}\n${text}`);
});

test('nothing is wider than a narrow phone', { skip }, async () => {
  const wide = [];
  for (const page of pages) {
    const { seen } = await open(page, (tab) => tab.evaluate(() => document.documentElement.scrollWidth), (tab) => tab.setViewport({ width: 320, height: 640 }));
    if (seen > 320) wide.push(`${page.name}: ${seen}`);
  }
  assert.deepEqual(wide, []);
});
