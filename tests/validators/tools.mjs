// Finds the tools that a machine may have or not; a check whose tool is missing is skipped, and says so.
import { spawnSync } from 'node:child_process';

export function has(program, ...args) {
  return spawnSync(program, args, { stdio: 'ignore' }).error === undefined;
}

/** The standard output of a program that reads a file or its standard input. */
export function output(program, args, input) {
  const run = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.error) throw run.error;
  return run.stdout;
}

/** A Chromium: the one named by CHROMIUM, the system's, or the one that comes as a package. Null where none will start. */
export async function browser() {
  const { default: puppeteer } = await import('puppeteer-core');
  const { default: packaged } = await import('@sparticuz/chromium');
  const candidates = [
    async () => process.env.CHROMIUM,
    ...['chromium', 'chromium-browser', 'google-chrome'].map((name) => async () => output('which', [name]).trim()),
    () => packaged.executablePath(),
  ];
  for (const candidate of candidates) {
    try {
      const executablePath = await candidate();
      // Whatever a page wants to reach, it reaches nothing: there is no proxy at the discard port.
      if (executablePath) return await puppeteer.launch({
        executablePath,
        args: ['--no-sandbox', '--disable-dev-shm-usage', '--proxy-server=http://127.0.0.1:9', '--proxy-bypass-list=<-loopback>'],
      });
    } catch {
      // The next one may start.
    }
  }
  return null;
}
