// What is left of a quote after readers and sanitizers, with their defaults, had the article: as published, with a plain
// blockquote of the same words in its place, and with our block. `npm run extractors` measures over the corpus and writes the
// table into docs/rendering.md; `npm run extractors -- --verbose` names every loss, `--every=6` looks at every sixth page
// only, `--tool=readability` asks that one only, `--dry` writes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import parser from '@postlight/parser';
import { Defuddle } from 'defuddle/node';
import { JSDOM, VirtualConsole } from 'jsdom';
import sanitizeHtml from 'sanitize-html';

const here = dirname(fileURLToPath(import.meta.url));
const address = 'https://news.example/story';
const docs = join(here, '../../docs/rendering.md');
const mark = { from: '<!-- extractors: made by npm run extractors -->', to: '<!-- /extractors -->' };
const quiet = new VirtualConsole();
const open = [];
const outputs = new (new JSDOM('').window.DOMParser)();

/** A page as a browser would have it. Its window is closed when the page is done with: a hundred of them fill the memory. */
function document(html) {
  const { window } = new JSDOM(html, { url: address, virtualConsole: quiet });
  open.push(window);
  return window.document;
}

const tools = [
  ['readability', 'extractor', (html) => new Readability(document(html)).parse()?.content],
  ['SmartReader', 'extractor', null],
  ['defuddle', 'extractor', async (html) => (await Defuddle(document(html), address)).content],
  ['@postlight/parser', 'extractor', async (html) => (await parser.parse(address, { html, fetchAllPages: false })).content],
  ['@extractus/article-extractor', 'extractor', async (html) => (await extractFromHtml(html, address))?.content],
  ['sanitize-html', 'sanitizer', (html) => sanitizeHtml(html)],
  ['HtmlSanitizer', 'sanitizer', null],
];

const folded = (text) => text.normalize('NFC').replace(/[\s\u200B\uFEFF]+/gu, '');

/** What of a block cannot be found in what a tool gave back; empty where all is intact. */
function losses(output, block) {
  const text = folded(output.body.textContent);
  const words = block.text.value.split('\n').map(folded).filter(Boolean);
  const lost = [];
  if (words.length > 0) {
    if (!words.every((line) => text.includes(line))) lost.push('words');
    const quote = [...output.querySelectorAll('blockquote')].find((each) => words.every((line) => folded(each.textContent).includes(line)));
    if (!quote) lost.push('quotation');
  }

  const names = [block.author.name, block.author.handle].filter((name) => name?.trim()).map(folded);
  const at = words.length > 0 ? text.indexOf(words[0]) : 0;
  const near = words.length > 0 ? text.slice(Math.max(0, at - 400), at + folded(block.text.value).length + 1500) : text;
  if (names.length > 0 && !names.some((name) => near.includes(name))) lost.push('author');

  const links = [block.url, ...(block.url_aliases ?? [])].filter((url) => /^https?:/iu.test(url ?? '')).map(bare);
  if (links.length > 0 && ![...output.querySelectorAll('a[href]')].some((a) => links.includes(bare(a.getAttribute('href'))))) lost.push('link');
  return lost;
}

function bare(url) {
  try {
    const { hostname, pathname, searchParams } = new URL(url, address);
    return `${hostname.replace(/^(www|mobile|m)\./u, '')}${pathname.replace(/\/$/u, '')}${searchParams.get('v') ?? ''}`.toLowerCase();
  } catch {
    return url;
  }
}

const sides = ['before', 'plain', 'after'];
const verbose = process.argv.includes('--verbose');
const only = process.argv.filter((each) => each.startsWith('--tool=')).map((each) => each.slice('--tool='.length));
const every = Number(process.argv.find((each) => each.startsWith('--every='))?.slice('--every='.length) ?? 1);
const shortened = new Map(tools.map(([name]) => [name, 0]));
const kept = new Map(tools.map(([name]) => [name, Object.fromEntries(sides.map((side) => [side, new Set()]))]));
let total = 0;
let pages = 0;
const lines = readFileSync(join(here, '.articles/articles.ndjson'), 'utf8').trimEnd().split('\n');
for (const line of lines.filter((_, i) => i % every === 0)) {
  const article = JSON.parse(line);
  pages++;
  total += article.blocks.length;
  for (const [name, , run] of tools.filter(([tool]) => only.length === 0 || only.includes(tool))) {
    const length = {};
    for (const side of sides) {
      let html = '';
      try {
        html = (run ? await run(article[side]) : article[`${side}Passed`][name]) ?? '';
      } catch (error) {
        if (verbose) console.error(`${name}: ${article.name} ${side}: ${error.message}`);
      }
      open.splice(0).forEach((window) => window.close());
      const output = outputs.parseFromString(`<body>${html}`, 'text/html');
      length[side] = folded(output.body.textContent).length;
      article.blocks.forEach((block, i) => {
        const lost = losses(output, block);
        const id = `${article.name} ${i}`;
        if (lost.length === 0) kept.get(name)[side].add(id);
        else if (verbose && side === 'after') console.error(`${name}: ${article.name} ${block.key}: ${lost.join(', ')}${kept.get(name).plain.has(id) ? '' : ' (plain too)'}`);
      });
    }
    if (length.after < 0.7 * length.plain) {
      shortened.set(name, shortened.get(name) + 1);
      if (verbose) console.error(`${name}: ${article.name}: ${length.after} of ${length.plain} characters left`);
    }
  }
}

const percent = (count, of = total) => `${((100 * count) / of).toFixed(1)} %`;
const table = [
  `${total} blocks in ${pages} pages of the corpus${every > 1 ? ` (one in ${every})` : ''}.`,
  '',
  '| tool | kind | as published | plain blockquote | our block | our block, where the plain one passes | articles cut short |',
  '|---|---|---|---|---|---|---|',
  ...tools.map(([name, kind]) => {
    const { before, plain, after } = kept.get(name);
    return `| ${name} | ${kind} | ${percent(before.size)} | ${percent(plain.size)} | ${percent(after.size)} | ${percent([...plain].filter((id) => after.has(id)).length, plain.size)} | ${shortened.get(name)} |`;
  }),
].join('\n');
console.log(table);
if (!process.argv.includes('--dry')) {
  const text = readFileSync(docs, 'utf8');
  const [from, to] = [text.indexOf(mark.from) + mark.from.length, text.indexOf(mark.to)];
  writeFileSync(docs, `${text.slice(0, from)}\n\n${table}\n\n${text.slice(to)}`);
}
