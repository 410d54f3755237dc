// Pictures of the standalone page, to look at: npm run screenshots [FOLDER]. Needs .samples (npm run pretest) and a Chromium.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folder, here } from './samples.mjs';
import { browser as start } from './tools.mjs';

const out = process.argv[2] ?? join(here, '.screenshots');
const shots = [
  { name: 'light', page: 'fixtures-1', width: 900 },
  { name: 'dark', page: 'fixtures-1', width: 900, scheme: 'dark' },
  { name: 'phone', page: 'fixtures-1', width: 360 },
  { name: 'single', page: 'single-illustrated', width: 900 },
  { name: 'arabic', page: 'single-right-to-left', width: 900 },
  { name: 'recovered', page: 'single-recovered', width: 900 },
  { name: 'german', page: 'labels-de', width: 900 },
  { name: 'long-words', page: 'words-2', width: 360 },
  { name: 'print', page: 'fixtures-1', pdf: true },
];

const browser = await start();
if (!browser) {
  console.error('No Chromium starts on this machine.');
  process.exit(2);
}

mkdirSync(out, { recursive: true });
for (const { name, page, width = 900, scheme = 'light', pdf } of shots) {
  const tab = await browser.newPage();
  await tab.setViewport({ width, height: 900, deviceScaleFactor: 1 });
  await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await tab.goto(pathToFileURL(join(folder, 'pages', `${page}.html`)).href);
  if (pdf) await tab.pdf({ path: join(out, `${name}.pdf`), format: 'A4', margin: { top: '2cm', right: '2cm', bottom: '2cm', left: '2cm' } });
  else await tab.screenshot({ path: join(out, `${name}.png`), fullPage: true });
  await tab.close();
}

await browser.close();
console.log(`Look at ${out}.`);
